# SPDX-License-Identifier: GPL-3.0-or-later
# For tests in shell: `try "a sentence" command...` runs a command and counts, `skip "a sentence" why` counts
# what cannot be tried here, `report` prints the counts and gives the exit status. Source this file.
passed=0
failed=0
skipped=0

try() {
    what=$1
    shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s\n%s\n' "$what" "$output"
    fi
}

skip() {
    skipped=$((skipped + 1))
    printf 'not tried: %s (%s)\n' "$1" "$2"
}

report() {
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    [ "$failed" -eq 0 ]
}
