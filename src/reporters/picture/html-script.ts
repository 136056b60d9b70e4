/** What the picture does beyond HTML and CSS: it filters, and it leads the eye along the arrows of one box. It works without. */
export const script = `'use strict';
const boxes = [...document.querySelectorAll('.box')];
const arrows = [...document.querySelectorAll('.arrow')];
const search = document.getElementById('search');
const found = document.getElementById('found');
const texts = new Map(boxes.map((box) => [box, box.textContent.toLowerCase()]));
search.addEventListener('input', () => {
  const words = search.value.toLowerCase().split(/\\s+/u).filter((word) => word !== '');
  const faint = new Set();
  for (const box of boxes) {
    const isFound = words.every((word) => texts.get(box).includes(word));
    if (!isFound) faint.add(box.id);
    box.classList.toggle('faint', !isFound);
  }
  for (const arrow of arrows) {
    arrow.classList.toggle('faint', faint.has(arrow.dataset.from) || faint.has(arrow.dataset.to));
  }
  found.textContent = words.length === 0 ? '' : boxes.length - faint.size + ' of ' + boxes.length;
});
document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
function lead(target) {
  const box = target instanceof Element ? target.closest('.box') : null;
  for (const arrow of arrows) {
    const isLit = box !== null && (arrow.dataset.from === box.id || arrow.dataset.to === box.id);
    arrow.classList.toggle('lit', isLit);
  }
  for (const canvas of document.querySelectorAll('.canvas')) {
    canvas.classList.toggle('focused', box !== null && canvas.contains(box) && canvas.querySelector('.lit') !== null);
  }
}
document.addEventListener('mouseover', (event) => lead(event.target));
document.addEventListener('focusin', (event) => lead(event.target));
function close(except) {
  for (const box of document.querySelectorAll('.box[open]')) if (box !== except) box.open = false;
}
document.addEventListener('click', (event) => close(event.target.closest('.box')));
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target.matches('.box[open]')) target.querySelector('.card').scrollIntoView({ block: 'nearest' });
  },
  true,
);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open = document.querySelector('.box[open]');
  close(null);
  if (open !== null) open.querySelector('summary').focus();
});
`;
