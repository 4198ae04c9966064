#!/bin/sh
# Copies what is vendored out of node_modules, each with its licence. Run after changing a version in
# package.json:   cd tools/css && npm install --ignore-scripts && npm run vendor && rm -r node_modules
set -eu
cd "$(dirname "$0")"
static=../../src/bloodpatch/doors/ui/static/ui
axe=../../tests/vendor/axe
font=node_modules/@fontsource-variable/source-sans-3

mkdir -p "$static/fonts" "$axe"
cp "$font/files/source-sans-3-latin-wght-normal.woff2" "$static/fonts/source-sans-3-latin.woff2"
cp "$font/files/source-sans-3-latin-ext-wght-normal.woff2" \
  "$static/fonts/source-sans-3-latin-ext.woff2"
cp "$font/LICENSE" "$static/fonts/OFL.txt"
cp node_modules/htmx.org/dist/htmx.min.js "$static/htmx.min.js"
cp node_modules/htmx.org/LICENSE "$static/htmx.LICENSE.txt"
cp node_modules/axe-core/axe.min.js node_modules/axe-core/LICENSE \
  node_modules/axe-core/LICENSE-3RD-PARTY.txt "$axe/"
