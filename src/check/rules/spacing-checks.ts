/** One slip of the space bar: where it may be, by the letters beside it, and what is right there. */
export interface SpacingCheck {
  readonly pattern: RegExp;
  /** The two units before the match. */
  readonly before: RegExp;
  /** Must a word that Vietnamese could have stand behind? A name of a file or a brand (.Net, Steins;Gate) is none. */
  readonly beforeSyllable?: boolean;
  /** Must one stand before? The scheme of an address (mailto:an) is none. */
  readonly behindSyllable?: boolean;
  /** Must one of these two words have a letter that English lacks? `sin(an)` is a function. */
  readonly besideMarks?: boolean;
  /** Silent behind what names a kind of page in a wiki (Thể loại:Tỉnh Việt Nam). */
  readonly notBehindNamespace?: boolean;
  /** Silent behind an abbreviation, which a name may be glued to: TP.HCM, Mr.Pips. */
  readonly notBehindAbbreviation?: boolean;
  /** Silent where the quote before says that this one is typed for the other (cuộc”phá băng”): its space is elsewhere. */
  readonly notTurned?: boolean;
  readonly replacement: (found: string) => string;
  readonly message: string;
  readonly messageVi: string;
}

const withoutSpace = (found: string): string => found.replace(/ +/g, '');
const withSpace = (found: string): string => `${found.trimStart()} `;

const withSpaceBefore = (found: string): string => ` ${found}`;

const lastOne = (found: string): string => found[1];

const DOUBLED = {
  message: 'There is a mark too many.',
  messageVi: 'Thừa một dấu câu.',
};
const NO_SPACE_BEFORE = {
  message: 'There is a space too many before this mark.',
  messageVi: 'Thừa dấu cách trước dấu này.',
};
const SPACE_BEHIND = {
  message: 'A space is missing behind this mark.',
  messageVi: 'Thiếu dấu cách sau dấu này.',
};
const SPACE_BEFORE = {
  message: 'A space is missing before this mark.',
  messageVi: 'Thiếu dấu cách trước dấu này.',
};
const SPACE_MOVED = {
  message: 'The space stands before this mark instead of behind it.',
  messageVi: 'Dấu cách đứng trước dấu này, phải đứng sau.',
};
const NO_SPACE_INSIDE = {
  message: 'There is a space too many inside this bracket or quote.',
  messageVi: 'Thừa dấu cách bên trong ngoặc.',
};

/** In the order in which they are told of. */
export const CHECKS: readonly SpacingCheck[] = [
  { pattern: / {1,2}[,;](?=[\s”"])/y, before: /[\p{L}\p{N})”"%]$/u, replacement: withoutSpace, ...NO_SPACE_BEFORE },
  // A dot or a mark at the end of a sentence; ". . ." and " ... " are something else.
  {
    pattern: / {1,2}[.!?](?=\s*(?:\n|$)| [“"(]?\p{Lu}|[”"](?![\p{L}\p{N}]))/uy,
    before: /\p{L}{2}$|[\p{N})”"%]$/u,
    replacement: withoutSpace,
    ...NO_SPACE_BEFORE,
  },
  { pattern: / {1,2}:(?=\s|$)/y, before: /\p{L}{2}$/u, replacement: withoutSpace, ...NO_SPACE_BEFORE },
  // Not a division: "(3 + 4) : 60".
  { pattern: / {1,2}:(?=\s(?! ?\d)|$)/y, before: /[)”"]$/, replacement: withoutSpace, ...NO_SPACE_BEFORE },
  {
    pattern: / {1,2},(?=\p{L})/uy,
    before: /\p{L}{2}$|[\p{N})”"]$/u,
    replacement: withSpace,
    ...SPACE_MOVED,
  },
  // Two letters, since one makes a smiley (" ;D").
  {
    pattern: / {1,2}(?:[;:!?](?=\p{L}{2})|\.(?=\p{Lu}\p{Ll}))/uy,
    before: /\p{L}{2}$|[\p{N})”"]$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_MOVED,
  },
  { pattern: /,(?=\p{L}{2})/uy, before: /\p{Ll}{2}$/u, replacement: withSpace, ...SPACE_BEHIND },
  {
    pattern: /,(?=\p{L}(?!\p{L}))/uy,
    before: /\p{Ll}{2}$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /,(?=\p{L}{2,}(?![\p{L}\p{M}\p{N}=/_&@-]))/uy,
    before: /\p{Lu}$|[\p{N})”"%]$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  // Two words in capitals are one name whose sign was lost: GDQP;AN.
  {
    pattern: /;(?=\p{Ll}{2,}(?![\p{L}\p{M}\p{N}=/_&@-]))/uy,
    before: /\p{Lu}$|[\p{N})”"%]$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /:(?=\p{L}{2,}(?![\p{L}\p{M}\p{N}=/_&@-]|\.\p{L}))/uy,
    before: /\p{Ll}{2}$/u,
    beforeSyllable: true,
    behindSyllable: true,
    notBehindNamespace: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /:(?=\p{Lu}\p{Ll}+(?![\p{L}\p{M}\p{N}=/_&@-]|\.\p{L}))/uy,
    before: /[\p{N})”"%]$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /\.(?=\p{Lu}\p{Ll}+ \p{Ll})/uy,
    before: /[\p{N})”"%]$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  // Not in an address (?id=…), which goes on behind the word.
  {
    pattern: /[;!?](?=\p{L}{2,}(?![\p{L}\p{M}\p{N}=/_&@-]))/uy,
    before: /\p{Ll}{2}$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /\.(?=\p{Lu}\p{Ll}+ \p{Ll})/uy,
    before: /\p{Ll}$/u,
    notBehindAbbreviation: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: / {2,3}(?=\p{L})/uy,
    before: /[\p{L},;]$/u,
    replacement: () => ' ',
    message: 'More than one space.',
    messageVi: 'Thừa dấu cách.',
  },
  { pattern: /(?:,,|;;|,\.)(?=\s|\p{L}|$)/uy, before: /[\p{L}\p{N})”"]$/u, replacement: lastOne, ...DOUBLED },
  // Three dots are an ellipsis, and behind one letter is an abbreviation: v.v..
  { pattern: /\.\.(?= \p{Lu}|\n|$)/uy, before: /\p{L}{2}$|[\p{N})”"]$/u, replacement: lastOne, ...DOUBLED },
  // A quote that is turned (ai khác“ của, một ”hai”) has its space on the right side: without it two words are one.
  {
    pattern: / (?<=[(“] )(?=\p{L})/uy,
    before: /\($|(?:^|[^\p{L}\p{N}.!?…])“$/u,
    replacement: withoutSpace,
    ...NO_SPACE_INSIDE,
  },
  // One letter in brackets may be a part of the word: (s)ai.
  {
    pattern: /\)(?=\p{Ll}{2})/uy,
    before: /[\p{L}\p{N}.”"]{2}$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /\)(?=\p{Lu}\p{L})/uy,
    before: /[\p{L}\p{N}.”"]$/u,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  {
    pattern: /(?<=\p{L})\((?=\p{L}{2})/uy,
    before: /\p{Ll}{2}$/u,
    beforeSyllable: true,
    behindSyllable: true,
    besideMarks: true,
    replacement: withSpaceBefore,
    ...SPACE_BEFORE,
  },
  {
    pattern: /(?<=\p{L})“(?=\p{L}{2})/uy,
    before: /\p{Ll}{2}$/u,
    notTurned: true,
    beforeSyllable: true,
    behindSyllable: true,
    replacement: withSpaceBefore,
    ...SPACE_BEFORE,
  },
  {
    pattern: /(?<=[\p{L}.!?])”(?=\p{L}{2})/uy,
    before: /[\p{L}.!?]$/u,
    notTurned: true,
    beforeSyllable: true,
    replacement: withSpace,
    ...SPACE_BEHIND,
  },
  { pattern: / (?=\)|”(?![\p{L}\p{N}]))/uy, before: /\p{L}$/u, replacement: withoutSpace, ...NO_SPACE_INSIDE },
];
