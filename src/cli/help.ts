export const HELP: string = `hieudinh: makes Vietnamese text fit to publish

  hieudinh check FILE…       reports what is wrong
  hieudinh fix FILE…         writes the corrected text
  hieudinh page -o FILE      writes a web page to paste texts into: it checks while one types, without a network
  hieudinh normalize FILE…   composes and cleans Unicode, changes no word
  hieudinh dedupe FILE       lists repeated blocks of one document; dedupe --lines FILE, dedupe key,
                             dedupe group: streams of titles, with --field, --id, --threshold
  hieudinh serve             answers programs on this machine as LanguageTool does
  hieudinh filter            works on one field of NDJSON, or on lines, from standard input

Without a file, or for "-", standard input is read. check and fix take folders (text, Markdown and HTML files in them)
and globs, too; what .gitignore names is left out there.

check and fix
  --profile edited|typed|ocr   kind of text (default edited)
  --level auto|suggest         what to apply: all but certain, or more likely right than wrong (default suggest)
  --rules ID,ID                only these rules (check runs all but merged-place; fix applies the first four):
                               spelling, doubled-word, look-alike, misplaced-tone, encoding, older-spelling,
                               rejected-term, name-spelling, repeated-block, repeated-stretch, placeholder, leftover,
                               casing, document-number, date, place, merged-place, unbalanced, spacing, quotes, unit,
                               tone-style, iy-style
  --dictionary NAME|FILE       standard, compact (a third of the size), or a file
  --terms FILE                 own terms, one a line, then a tab and term, name or place; may be repeated
  --jobs N|auto                worker threads (default one for 16 files, at most one a core)
  --cache                      remember results by the content of files, in .hieudinhcache; --cache-file FILE elsewhere
  --as text|html|markdown      what files are written in (default by .html, .htm, .md, .markdown, else text)
  --config FILE, --no-config   house style (default: the nearest hieudinh.config.json above each file)
  --no-ignore                  take files that .gitignore names
check
  --format pretty|compact|json|ndjson|sarif|github|checkstyle|junit|html   (default pretty; html is a page to
                               accept and reject in)
  --lang en|vi                 language of the messages (default en)
  --fail-on error|warning|info|never    least severity that makes the exit code 1 (default warning)
  --min-severity error|warning|info     least severity that is reported, and that can fail (default info)
  --write-baseline FILE        write down what is found now; --baseline FILE then reports only what is new
  --unused-ignores             tell which ignores of the configuration, and how much of a baseline, nothing needs any more
fix
  --diff                       show what would change, as a patch that git apply takes
page
  --output FILE, -o FILE       (default standard output); --lang (default vi); --dictionary (default the compact one, if
                               it is there)
fix, normalize
  --write                      replace the files, each as a whole or not at all
normalize
  --profile nfc|default|ocr    only compose; repair letters and marks, too (default); and spaces, words and lines that a
                               scan broke
  --style old|new|majority|preserve     place of tone marks: hòa, hoà (default preserve)
  --decode auto|tcvn3|vni-win|viscii|vps|viqr|windows-1258     from an older encoding, bytes or text that was read in a
                               wrong one; without it such lines stay as they are
filter
  --from FIELD --to FIELD      where the text is and where it goes (default text, and the same field)
  --raw                        lines of text, not JSON
  --correct, --normalize, --dedupe      what to do, in any mix (default --correct): words; Unicode; repeated blocks
                               of a text, and titles that repeat an earlier row's (marked duplicateOf; left out with --raw)
  --decode auto|tcvn3|…        as above, in the texts
  --style old|new|majority|preserve     as above, with --normalize
  --jobs N|auto                worker threads (default 1); the output is the same for any number
  --strict                     stop at the first line without a text, with exit code 2; without it rows are passed on,
                               with "error" and "line", and where none has the field, or no line is JSON, the exit code
                               is 2
  --stats                      counts, as JSON on standard error
  --profile, --level, --dictionary, --terms as above

serve
  --port N, --host HOST        where to listen (default 8081, 127.0.0.1; only this machine's own addresses)
  --max-length N               longest text, in characters (default 100000); --time-limit N seconds for one (default 10)
  --allow-origin ORIGIN        pages of this origin may ask (default none)
  --jobs, --lang, --config, --rules, --profile, --level, --dictionary, --terms as above (default --lang vi)

hieudinh --version --json      versions, and the hash of the dictionary; --dictionary as above

Exit code: 0 nothing found, 1 findings (check only), 2 could not run, or not on every file.
`;
