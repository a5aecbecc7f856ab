import { HouseStyle } from './house-style.ts';

/** House styles that plugins share: a host runs a plugin file by file, and terms are not to be read for each. */
const made = new Map<string | false | undefined, { readonly house: HouseStyle; readonly until: number }>();
/** Milliseconds after which files are read again: hosts of editors live for days, and configurations are edited. */
const LIFETIME = 1000;

/**
 * A house style of a configuration, or of the nearest ones; the same one for a second.
 * @throws as {@link HouseStyle} does
 */
export function cachedHouseStyle(config: string | false | undefined): HouseStyle {
  const now = Date.now();
  const known = made.get(config);
  // A clock that was set back makes no style live on.
  if (known !== undefined && now < known.until && now >= known.until - LIFETIME) return known.house;
  const house = new HouseStyle({ config });
  made.set(config, { house, until: now + LIFETIME });
  return house;
}
