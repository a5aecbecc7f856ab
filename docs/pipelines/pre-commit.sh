#!/bin/sh
# A git hook: refuses a commit whose text, Markdown or HTML files have errors. It looks at what is staged, not at the
# working tree, with the house style (hieudinh.config.json and the files that it names) that is staged, too.
#
#   cp pre-commit.sh .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit && npm install --save-dev hieudinh
#
# git commit --no-verify goes past it.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

git diff --cached --name-only --diff-filter=ACMR -z -- '*.txt' '*.md' '*.html' >"$folder/names"
[ -s "$folder/names" ] || exit 0

git checkout-index --prefix="$folder/staged/" -z --stdin <"$folder/names"

# The configurations, with what they extend and their lists and baselines. They lie beside the texts as links, which a run
# on a folder reads but does not check: a list of words that are not used holds nothing else.
node - "$folder" <<'EOS'
const { execFileSync } = require('node:child_process');
const { copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync } = require('node:fs');
const { posix, resolve } = require('node:path');

const folder = process.argv[2];
const git = (input, ...args) => execFileSync('git', args, { input, maxBuffer: 1 << 30 }).toString();
const tracked = new Set(git('', 'ls-files', '-z').split('\0').filter(Boolean));
const house = new Set([...tracked].filter((path) => posix.basename(path) === 'hieudinh.config.json'));
const configs = [...house];
for (const config of configs) {
  let value;
  try {
    value = JSON.parse((tracked.has(config) ? git('', 'cat-file', 'blob', `:${config}`) : '{}').replace(/^\ufeff/, ''));
  } catch {
    // hieudinh tells what is wrong with it.
  }
  for (const field of ['extends', 'accept', 'reject', 'baseline']) {
    for (const name of [value?.[field] ?? []].flat()) {
      if (typeof name !== 'string' || posix.isAbsolute(name)) continue;
      const path = posix.join(posix.dirname(config), name);
      if (path.startsWith('../') || house.has(path)) continue;
      house.add(path);
      if (field === 'extends') configs.push(path);
    }
  }
}
const staged = [...house].filter((path) => tracked.has(path));
git(staged.join('\0'), 'checkout-index', `--prefix=${folder}/house/`, '-z', '--stdin');
for (const path of house) {
  // What git does not know is taken from the working tree.
  const target = tracked.has(path) ? `${folder}/house/${path}` : resolve(path);
  if (!existsSync(target)) continue;
  const link = `${folder}/staged/${path}`;
  mkdirSync(posix.dirname(link), { recursive: true });
  rmSync(link, { force: true });
  try {
    symlinkSync(target, link);
  } catch {
    // Windows allows links to few.
    copyFileSync(target, link);
  }
}
EOS

# A run on a folder in which there is no text fails, and the configuration may exclude all that is staged.
mkdir "$folder/staged/.hieudinh-hook"
echo '{}' >"$folder/staged/.hieudinh-hook/hieudinh.config.json"
echo 'Việt Nam' >"$folder/staged/.hieudinh-hook/text.txt"

# npx is called from the repository, so that it finds the version that the project has.
hieudinh=$(npx --no-install --call 'command -v hieudinh')
cd "$folder/staged"
"$hieudinh" check --no-ignore --format compact --fail-on error .
