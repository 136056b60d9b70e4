/** Functions of timestamps. */
import { refused, type Row } from './row.ts';

export const dateRows: readonly Row[] = [
  ['formatdate("DD MMM YYYY hh:mm ZZZ", "2026-11-05T23:12:01Z")', '05 Nov 2026 23:12 UTC'],
  ['formatdate("EEEE, DD-MMM-YY hh:mm:ss ZZZ", "2026-11-05T23:12:01Z")', 'Thursday, 05-Nov-26 23:12:01 UTC'],
  ['formatdate("EEE, DD MMM YYYY hh:mm:ss ZZZ", "2026-11-05T23:12:01-08:00")', 'Thu, 05 Nov 2026 23:12:01 -0800'],
  ['formatdate("MMM DD, YYYY", "2026-11-05T23:12:01Z")', 'Nov 05, 2026'],
  ['formatdate("HH:mmaa", "2026-11-05T23:12:01Z")', '11:12pm'],
  ['formatdate("h\'h\'mm", "2026-11-05T23:12:01-08:00")', '23h12'],
  ['formatdate("H \'o\'\'clock\'", "2026-11-05T23:12:01-08:00")', "11 o'clock"],
  [
    'formatdate("EEEE, D-MMM-YY HH:mm:ssAA Z ZZZZ ZZZZZ", "2018-01-02T00:02:01-08:00")',
    'Tuesday, 2-Jan-18 12:02:01AM -08:00 -0800 -08:00',
  ],
  ['formatdate("YYYY-MM-DD\'T\'hh:mm:ssZ", "2020-02-29T12:00:00.123Z")', '2020-02-29T12:00:00Z'],
  ['formatdate("M/D h:m:s MMMM", "2026-11-05T04:03:02Z")', '11/5 4:3:2 November'],
  ['formatdate("", "2026-11-05T04:03:02Z")', ''],
  ['formatdate("YYY", "2026-11-05T23:12:01Z")', refused('The format has no "YYY"; text stands in single quotes.')],
  ['formatdate("\'open", "2026-11-05T23:12:01Z")', refused('The format has a quote that is not closed.')],
  ['formatdate("W", "2026-11-05T23:12:01Z")', refused('The format has no "W"; text stands in single quotes.')],
  [
    'formatdate("YYYY", "2026-02-30T23:12:01Z")',
    refused('This is no timestamp in the syntax of RFC 3339, like 2026-11-22T00:00:00Z.'),
  ],
  [
    'formatdate("YYYY", "2026-11-05")',
    refused('This is no timestamp in the syntax of RFC 3339, like 2026-11-22T00:00:00Z.'),
  ],
  ['timeadd("2017-11-22T00:00:00Z", "10m")', '2017-11-22T00:10:00Z'],
  ['timeadd("2026-11-22T00:00:00Z", "1h30m")', '2026-11-22T01:30:00Z'],
  ['timeadd("2026-11-22T00:00:00.5Z", "1h")', '2026-11-22T01:00:00Z'],
  ['timeadd("2026-11-22T00:00:00+02:00", "1.5h")', '2026-11-22T01:30:00+02:00'],
  ['timeadd("2026-03-01T00:00:00Z", "-24h")', '2026-02-28T00:00:00Z'],
  ['timeadd("2026-11-22T00:00:00.999Z", "1ms")', '2026-11-22T00:00:01Z'],
  ['timeadd("2026-11-22T00:00:00Z", "90s1000ms1000000us1000000000ns")', '2026-11-22T00:01:33Z'],
  ['timeadd("1969-12-31T23:59:59.5Z", "0")', '1969-12-31T23:59:59Z'],
  [
    'timeadd("2026-11-22T00:00:00Z", "1d")',
    refused('This is no duration, like "1h30m": days and longer units do not exist.'),
  ],
  [
    'timeadd("2026-11-22T00:00:00Z", "")',
    refused('This is no duration, like "1h30m": days and longer units do not exist.'),
  ],
  [
    'timeadd("2026-11-22", "1h")',
    refused('This is no timestamp in the syntax of RFC 3339, like 2026-11-22T00:00:00Z.'),
  ],
  [
    'timeadd("2026-11-22T24:00:00Z", "1h")',
    refused('This is no timestamp in the syntax of RFC 3339, like 2026-11-22T00:00:00Z.'),
  ],
  ['timecmp("2017-11-22T00:00:00Z", "2017-11-22T00:00:00Z")', 0],
  ['timecmp("2017-11-22T00:00:00Z", "2017-11-22T01:00:00Z")', -1],
  ['timecmp("2017-11-22T01:00:00Z", "2017-11-22T00:00:00Z")', 1],
  ['timecmp("2017-11-22T01:00:00Z", "2017-11-22T00:00:00-01:00")', 0],
  ['timecmp("2026-11-22T00:00:00.1Z", "2026-11-22T00:00:00.2Z")', -1],
  [
    'timecmp("today", "2026-11-22T00:00:00Z")',
    refused('This is no timestamp in the syntax of RFC 3339, like 2026-11-22T00:00:00Z.'),
  ],
];
