/** What Terraform creates anew before it destroys the old one, also because something that needs it is. */
import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const first = 'lifecycle { create_before_destroy = true }';
const group = (more = ''): string => `resource "aws_lb_target_group" "web" {\n  port = 80\n  ${more}\n}\n`;
const listener = (more: string): string => `resource "aws_lb_listener" "web" {
  port = 80
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
  ${more}
}
`;

test.each<{ what: string; text: string; at?: string; answer: boolean | undefined }>([
  { what: 'nothing written', text: group(), answer: false },
  { what: 'written', text: group(first), answer: true },
  { what: 'what depends on it is created first', text: group() + listener(first), answer: true },
  { what: 'what depends on it is not', text: group() + listener(''), answer: false },
  { what: 'its replacement is refused', text: group('lifecycle { prevent_destroy = true }'), answer: undefined },
  {
    what: 'an imported certificate is renewed in place',
    text: 'resource "aws_acm_certificate" "web" {\n  certificate_body = "text"\n  private_key = "text"\n}\n',
    at: 'aws_acm_certificate.web',
    answer: undefined,
  },
])('$what', async ({ text, at = 'aws_lb_target_group.web', answer }) => {
  expect(shown(factOf(await lintText({ 'main.tf': text }), at, 'createdFirst'))).toBe(answer);
});
