/**
 * Letters that look like a Vietnamese one, and what they stand for: from a code unit on, the letters that this unit and
 * those after it look like, a space where there is none. Only exact twins: a Greek α is no a (Hα), ν is no v.
 */
const TWINS: readonly (readonly [number, string])[] = [
  // Latin: Eth and African D for Đ, dotless i, oi for ư (a habit of PDF fonts), caron for breve, IPA
  [0xd0, 'Đ'],
  [0xf0, 'đ'],
  [0x131, 'i'],
  [0x189, 'Đ Đđ'],
  [0x1a2, 'Ưư'],
  [0x1cd, 'Ăă'],
  [0x251, 'a    đ'],
  [0x261, 'g'],
  // Greek
  [0x386, 'Á É Í Ó Ý  AB  E H IK MN O P  TY X    á  í'],
  [0x3bf, 'o'],
  [0x3cc, 'ó'],
  [0x1f70, 'à     ì ò'],
  // Cyrillic
  [0x400, 'È    SI J       A B  E    K MHO PCTY X'],
  [0x430, 'a    e    k m o pcty x          è    si j'],
  [0x4bb, 'h'],
  [0x4d0, 'Ăă'],
  [0x500, 'Dd'],
  [0x51a, 'Qq'],
];

/** The Vietnamese letter by its twin. */
export const TWIN: ReadonlyMap<string, string> = new Map(
  TWINS.flatMap(([first, letters]) =>
    [...letters].map((letter, i): [string, string] => [String.fromCharCode(first + i), letter]),
  ).filter(([, letter]) => letter !== ' '),
);
