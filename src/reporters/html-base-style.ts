/** What all pages share: colours for light and dark, and type. */
export const baseStyle = `
:root{color-scheme:light dark;--page:#f7f7f5;--panel:#fff;--line:#e4e3df;--box:#fff;--edge:#d5d3cd;--text:#1b1b19;
--faint:#6b6a64;--focus:#1d4ed8;--error:#c62828;--error-box:#fdf1f0;--warning:#a35b00;--good:#2c7a4b;
--shadow:0 1px 2px #0000000d}
@media(prefers-color-scheme:dark){:root{--page:#131316;--panel:#1a1a1e;--line:#2a2a30;--box:#212126;--edge:#3a3a42;
--text:#ececf0;--faint:#9d9da8;--focus:#8ab4ff;--error:#ff8a80;--error-box:#2c1d1f;--warning:#f0b45a;--good:#6fcf97;
--shadow:none}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main,header{max-width:1264px;margin:0 auto;padding:0 32px}
header{padding-top:40px}
h1{font-size:26px;line-height:1.2;letter-spacing:-.015em;margin:0 0 6px;font-weight:650}
h2{font-size:20px;letter-spacing:-.01em;margin:0 0 4px;font-weight:650}
h3,h4,p,ul,ol,dl{margin:0}
a{color:inherit}
code,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.92em;overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:6px}
.lead{color:var(--faint);max-width:70ch}
.place{color:var(--faint);font-size:.93em;overflow-wrap:anywhere}
footer{color:var(--faint);font-size:13px;padding:20px 0 60px}
`;
