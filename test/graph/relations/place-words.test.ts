import { expect, test } from 'vitest';
import { addressWithoutPlace, roleCalled, withoutPlace } from '../../../src/graph/relations/place-words.ts';

test.each([
  ['orders-us-east-1', 'orders'],
  ['orders_usw2', 'orders'],
  ['useast1-orders', 'orders'],
  ['OrdersPrimary', 'orders'],
  ['DrOrders', 'orders'],
  ['/shop/eu-west-1/rate', '/shop/rate'],
  ['orders-frankfurt', 'orders'],
  ['orders-warm-standby', 'orders'],
  ['us-gov-west-1-orders', 'orders'],
  ['easter-orders', 'easter_orders'],
  ['orders-usw', 'orders'],
  ['user-orders', 'user_orders'],
  ['drinks', 'drinks'],
  ['mainframe', 'mainframe'],
])('%s without its place is %s', (name, expected) => {
  expect(withoutPlace(name).replaceAll(/[-_]/gu, '_')).toBe(expected);
});

test.each([
  ['module.app_dr.aws_autoscaling_group.web', 'module.app_primary.aws_autoscaling_group.web'],
  ['module.app["us-west-2"].aws_lb.web', 'module.app["us-east-1"].aws_lb.web'],
  ['aws_lb.web_dr[0]', 'aws_lb.web'],
  ['Recovery/WebServers', 'Primary/WebServers'],
])('%s and %s are called alike', (one, other) => {
  expect(addressWithoutPlace(one)).toBe(addressWithoutPlace(other));
});

test.each([
  ['aws_lb.web', 'aws_lb.api'],
  ['aws_lb.web[1]', 'aws_lb.web[2]'],
])('%s and %s are not', (one, other) => {
  expect(addressWithoutPlace(one)).not.toBe(addressWithoutPlace(other));
});

test.each([
  ['environments/primary/aws_lb.web', 'primary'],
  ['./module.app_dr.aws_lb.web', 'recovery'],
  ['stacks/StandbyDatabase', 'recovery'],
  ['./aws_lb.drinks', undefined],
  ['primary/aws_lb.dr_copy', undefined],
])('%s is called %s', (text, expected) => {
  expect(roleCalled(text)).toBe(expected);
});
