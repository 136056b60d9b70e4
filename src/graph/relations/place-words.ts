/** Names without the words that tell where something lies or what part it plays: what is left is equal for counterparts. */

const compass = 'north|south|east|west|central|northeast|southeast|northwest|southwest';
const places = 'us|eu|ap|sa|ca|me|af|il|mx';
const roles =
  'primary|secondary|main|standby|recovery|dr|failover|backup|replica|active|passive|(?:pilot|warm|hot)(?=[_-]?standby)';
// https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
const cities =
  'virginia|ohio|california|oregon|ireland|london|paris|frankfurt|stockholm|milan|spain|zurich|tokyo|osaka|seoul|singapore|sydney|mumbai|hyderabad|montreal';
/** `us-east-1`, `us_east_1`, `useast1`, `use1`, `usw`, `east`, `region-2`. */
const regions = [
  `(?:${places})[_-]?(?:gov[_-]?)?(?:${compass})(?:[_-]?\\d)?`,
  `(?:${places})(?:n|s|e|w|c|ne|nw|se|sw)[1-3]`,
  '(?:us|eu|ap)(?:n|s|e|w|c|ne|nw|se|sw)',
  `(?:${compass})`,
  'region[_-]?\\d',
].join('|');
const border = String.raw`[_.\-\s["/:]`;

const placeWords = new RegExp(
  String.raw`(?:^|(?<=${border}))(?:${roles}|${cities}|(?<!\[)[12]|${regions})(?=$|${border}|\])`,
  'giu',
);

/** Words of a name in camel case, as logical ids are: `PrimaryWebServers` has three. */
const humps = /(?<=[a-z\d])(?=[A-Z])/gu;

/** What is left between words that were taken out. */
const leftBetween = /[_\-\s/:]+(?=$|[_.\-\s[\]"/:])|(?<=^|[.["/:])[_\-\s]+/gu;

export function withoutPlace(name: string): string {
  return name.replaceAll(humps, '_').replaceAll(placeWords, '').replaceAll(leftBetween, '').toLowerCase();
}

/** It holds a word for a Region or a role, as what is meant to differ does. */
export function namesPlace(text: string): boolean {
  return text.replaceAll(humps, '_').search(placeWords) !== -1;
}

const primaryWord = new RegExp(String.raw`(?:^|(?<=${border}))primary(?=$|${border}|\])`, 'iu');
const standbyWord = new RegExp(
  String.raw`(?:^|(?<=${border}))(?:secondary|standby|recovery|dr|passive)(?=$|${border}|\])`,
  'iu',
);

/** What part a name says that something plays; undefined where it names none or both. */
export function roleCalled(text: string): 'primary' | 'recovery' | undefined {
  const words = text.replaceAll(humps, '_');
  const isPrimary = primaryWord.test(words);
  if (isPrimary === standbyWord.test(words)) return undefined;
  return isPrimary ? 'primary' : 'recovery';
}

const roleWords = new RegExp(String.raw`(?:^|(?<=${border}))(?:${roles}|region[_-]?[12])(?=$|${border})`, 'iu');
const besideRoles = new Set(['is', 'as', 'region', 'site', 'stack', 'mode', 'role', 'type', 'deployment']);

/** It holds a word for a role: `IsPrimaryRegion`, `Region1`. */
export function namesRole(text: string): boolean {
  return roleWords.test(text.replaceAll(humps, '_'));
}

/** It says which part a whole deployment plays, and nothing else: `IsPrimary`, `RegionRole`; not `PrimaryDatabase`. */
export function isNameOfRole(name: string): boolean {
  const words = name.replaceAll(humps, '_').toLowerCase().split(/[_-]/u);
  const rest = words.filter((word) => !besideRoles.has(word));
  const isOfRegion = words.includes('region') && (words.includes('role') || words.includes('mode'));
  return rest.length === 0 ? isOfRegion : rest.length === 1 && namesRole(rest[0] ?? '') && words.length > 1;
}

/** The first of counted ones, or an only one of which it is not known whether it is there, stands for one that isn't counted. */
const onlyKeys = /\[[0*]\]/gu;

/** `module.app_dr.aws_autoscaling_group.web` and `module.app_primary.aws_autoscaling_group.web` become one address. */
export function addressWithoutPlace(address: string): string {
  return withoutPlace(address.replaceAll(onlyKeys, ''));
}
