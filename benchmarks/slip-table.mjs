import { createCorrector } from '../dist/index.js';

/**
 * Prints how many slips are found in sentences that have one each, by profile and level, and how much else is touched.
 * @param slips `{ sentence, start, end, right }`, as `readSlips` of the builder gives them
 * @param show how many of the missed to list
 */
export function printSlipTable(dictionary, slips, show) {
  console.log(`${slips.length} sentences\n`);
  console.log('| profile, level | found | right word | touched besides |');
  console.log('|---|---|---|---|');
  for (const [profile, level] of [
    ['edited', 'suggest'],
    ['edited', 'auto'],
    ['typed', 'suggest'],
  ]) {
    const corrector = createCorrector(dictionary, { profile, level });
    let found = 0;
    let right = 0;
    let besides = 0;
    const missed = [];
    for (const { sentence, start, end, right: meant } of slips) {
      const wrong = sentence.slice(start, end);
      const findings = corrector.check(sentence).filter((finding) => level === 'suggest' || finding.auto);
      const hit = findings.find(({ original }) => original.trim().toLowerCase() === wrong.toLowerCase());
      besides += findings.length - (hit === undefined ? 0 : 1);
      if (hit === undefined) missed.push(`${sentence} (${wrong} → ${meant || 'nothing'})`);
      else {
        found++;
        if (hit.suggestions[0].text.trim().toLowerCase() === meant.toLowerCase()) right++;
      }
    }
    const percent = (n) => ((100 * n) / slips.length).toFixed(1);
    console.log(`| ${profile}, ${level} | ${percent(found)} | ${percent(right)} | ${besides} |`);
    for (const line of missed.slice(0, show)) console.log(`  ${line}`);
  }
}
