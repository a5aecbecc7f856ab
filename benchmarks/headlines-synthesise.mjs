/*
 * Makes any number of headlines from real ones, by the noise that real revisions show: case, quotes, source marks,
 * a word put in, left out or replaced, diacritics damaged, a number changed (which makes another headline).
 *   node benchmarks/headlines-synthesise.mjs COUNT [SEED] > FILE
 * Reads ../shared/headlines and the feeds in ../shared/corpus where present (needs xz). Same seed, same lines.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Seeded numbers in [0, 1): xorshift32. */
export function randomOf(seed) {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

/** Real titles: of the development sets, and the short lines of the feeds. */
export function realTitles() {
  const titles = new Set();
  for (const name of ['revisions', 'lookalikes']) {
    const path = `../shared/headlines/${name}.dev.jsonl`;
    if (!existsSync(path)) continue;
    for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
      const { a, b } = JSON.parse(line);
      titles.add(a).add(b);
    }
  }
  const corpus = '../shared/corpus';
  for (const name of existsSync(corpus) ? readdirSync(corpus) : []) {
    if (!name.startsWith('news.rss')) continue;
    const text = spawnSync('xz', ['-dc', `${corpus}/${name}`], { maxBuffer: 1 << 30 }).stdout.toString();
    for (const line of text.split('\n')) {
      if (line.length >= 25 && line.length <= 110 && !/[.…]$/.test(line)) titles.add(line);
    }
  }
  return [...titles];
}

/** One headline, revised as newsrooms revise. */
export function revise(title, random, words) {
  const choice = random();
  const parts = title.split(' ');
  const at = Math.floor(random() * parts.length);
  const other = words[Math.floor(random() * words.length)];
  if (choice < 0.3) return title.replace(/['"‘’“”]/g, '').toUpperCase();
  if (choice < 0.4) return `(Baothanhhoa.vn) - ${title}`;
  if (choice < 0.5)
    return title
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
      .normalize('NFC');
  if (choice < 0.65) parts.splice(at, 0, other);
  else if (choice < 0.8) parts.splice(at, 1);
  else if (choice < 0.9) parts[at] = other;
  else return title.replace(/\d+/, (digits) => String(Number(digits) + 1));
  return parts.join(' ');
}

/** `count` headlines: news of its own, three in ten of them told again up to four times, revised. */
export function* synthesise(count, seed = 1) {
  const random = randomOf(seed);
  const titles = realTitles();
  if (titles.length === 0) throw new Error('no real headlines: ../shared is absent');
  const words = titles.slice(0, 20000).flatMap((title) => title.split(' '));
  for (let made = 0; made < count; ) {
    // Half of the words of a real one are those of others, so that a million differ as a million real ones do.
    const title = titles[Math.floor(random() * titles.length)]
      .split(' ')
      .map((word) => (random() < 0.5 ? words[Math.floor(random() * words.length)] : word))
      .join(' ');
    yield title;
    made++;
    for (let again = random() < 0.3 ? Math.floor(random() * 5) : 0; again > 0 && made < count; again--, made++) {
      yield revise(title, random, words);
    }
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  let part = '';
  for (const title of synthesise(Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 1))) {
    part += `${title}\n`;
    if (part.length < 1 << 20) continue;
    if (!process.stdout.write(part)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    part = '';
  }
  process.stdout.write(part);
}
