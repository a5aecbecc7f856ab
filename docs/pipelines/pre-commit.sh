#!/bin/sh
# A git hook: refuses a commit whose text, Markdown or HTML files have errors. It looks at what is staged, not at the
# working tree, with the house style (hieudinh.config.json) that is staged, too.
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
git ls-files -z -- '*hieudinh.config.json' '*.tsv' | git checkout-index --prefix="$folder/staged/" -z --stdin

# npx is called from the repository, so that it finds the version that the project has.
hieudinh=$(npx --no-install --call 'command -v hieudinh')
cd "$folder/staged"
xargs -0 "$hieudinh" check --format compact --fail-on error <"$folder/names"
