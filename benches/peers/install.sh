#!/bin/sh
# Installs the solvers we compare ourselves with, pinned, into a virtual environment: install.sh [FOLDER]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-"$here/../../target/peers"}
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --requirement "$here/requirements.txt"
"$folder/bin/python" -c 'import highspy, ortools, pandas, pyscipopt, pulp; print("installed into", __import__("sys").prefix)'
