/** Places kept between uses; a longer text's are given back. */
const MOST_KEPT = 1 << 15;

/**
 * How often each hash came before, in one text after another: open addressing over arrays that are reused, where a map
 * for each text cost more than what was asked of it. Hashes must be well mixed in their low bits.
 */
export class HashCounts {
  private keys = new Int32Array(1 << 8);
  private counts = new Int32Array(1 << 8);
  /** By place: the text that it was last used for. All others are free. */
  private texts = new Int32Array(1 << 8);
  private text = 0;
  private mask = 0;

  /** Begins with a text of no more than so many hashes: none was seen. */
  begin(most: number): void {
    const places = 1 << (33 - Math.clz32(most | 1));
    if (places > this.keys.length || this.keys.length > Math.max(places, MOST_KEPT)) {
      this.keys = new Int32Array(places);
      this.counts = new Int32Array(places);
      this.texts = new Int32Array(places);
      this.text = 0;
    }
    if (this.text === 0x7fffffff) {
      this.texts.fill(0);
      this.text = 0;
    }
    this.text++;
    // A short text stays in the front, which the cache holds.
    this.mask = places - 1;
  }

  /** How often a hash was counted in this text before; counts it. */
  count(hash: number): number {
    const { keys, counts, texts, text, mask } = this;
    let place = hash & mask;
    while (texts[place] === text) {
      if (keys[place] === hash) return counts[place]++;
      place = (place + 1) & mask;
    }
    texts[place] = text;
    keys[place] = hash;
    counts[place] = 1;
    return 0;
  }
}
