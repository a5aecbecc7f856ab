/**
 * Classes and states of the automaton. In a file that imports nothing, where a bundler puts the numbers in their places.
 *
 * Classes of code units (5 bits):
 *
 * | class | meaning                                                                   |
 * | ----- | ------------------------------------------------------------------------- |
 * | 0     | stands between words and needs no look: space, digit, punctuation, ideograph |
 * | 1     | Latin letter that is no vowel of Vietnamese                                |
 * | 2, 3  | q, g                                                                      |
 * | 4-15  | vowel without tone, in the order of `TONED_VOWELS`                         |
 * | 16-27 | the same with a tone                                                      |
 * | 28    | spacing accent: needs a look behind a vowel                                |
 * | 31    | always needs a look                                                       |
 *
 * States are multiples of 32, so that a state and a class are the index of the next state. Behind those below stands a
 * tree of all rimes with the tone where it may be: once a tone has come, whatever leads out of the tree needs a look.
 */
export const START = 0;
export const STATE_Q = 32;
export const STATE_G = 64;
/** Behind qu and gi: what follows is the rime. */
export const STATE_ONSET = 96;
/** Behind qù and gì: a vowel shows that the tone stands on the onset. */
export const STATE_TONED_ONSET = 128;
/** Behind vowels that are no beginning of a rime, none with a tone. */
export const STATE_NO_RIME = 160;
export const FIRST_OF_TREE = 192;
/** More than there are: 73 today. */
export const STATES = 100;
/** The automaton's answer that a fixer must look. */
export const LOOK = 1;

/** First class of the vowels without tone, and of those with one. */
export const PLAIN = 4;
export const TONED = 16;
/** Behind the last of them. */
export const CLASS_ACCENT = 28;
export const CLASS_LOOK = 31;
