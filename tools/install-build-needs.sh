#!/bin/sh
# Installs what the build needs and the machine lacks: cmake and a C++ compiler (the HiGHS solver is
# compiled from source) and libclang (its Rust bindings are generated). Says nothing when nothing is
# missing. The Rust toolchain is never installed from here: the user chooses how.

set -eu

packages="cmake g++ make libclang-dev"

main() {
    require_cargo
    missing=$(what_is_missing)
    if [ -z "$missing" ]; then
        return 0
    fi
    echo "The build needs, and this machine lacks: $missing"
    install_with_apt
    missing=$(what_is_missing)
    if [ -n "$missing" ]; then
        fail "Still missing after the installation: $missing" "$(by_hand)"
    fi
}

# Prints the names of the missing tools on one line, nothing when all are there.
what_is_missing() {
    found=""
    has_command cmake || found="$found, cmake"
    { has_command c++ && has_command cc; } || found="$found, a C++ compiler"
    has_command make || found="$found, make"
    has_libclang || found="$found, libclang"
    echo "${found#, }"
}

has_command() {
    command -v "$1" >/dev/null 2>&1
}

# libclang is looked for where the build looks: LIBCLANG_PATH, llvm-config, the loader's list, usual folders.
has_libclang() {
    if [ -n "${LIBCLANG_PATH:-}" ]; then
        { [ -f "$LIBCLANG_PATH" ] || holds_libclang "$LIBCLANG_PATH"; } && return 0
    fi
    if has_command llvm-config && holds_libclang "$(llvm-config --libdir)"; then
        return 0
    fi
    if loader_list | grep -q 'libclang\(-[0-9.]*\)\{0,1\}\.so'; then
        return 0
    fi
    for folder in /usr/lib /usr/lib64 /usr/local/lib /usr/lib/*-linux-gnu \
        /usr/lib/llvm*/lib /usr/local/llvm*/lib /opt/homebrew/opt/llvm/lib /usr/local/opt/llvm/lib \
        /Library/Developer/CommandLineTools/usr/lib \
        /Applications/Xcode.app/Contents/Developer/Toolchains/XcodeDefault.xctoolchain/usr/lib; do
        holds_libclang "$folder" && return 0
    done
    return 1
}

holds_libclang() {
    for file in "$1"/libclang.so* "$1"/libclang-[0-9]*.so* "$1"/libclang.dylib; do
        [ -e "$file" ] && return 0
    done
    return 1
}

# ldconfig lies in /sbin, which an ordinary user's PATH often leaves out.
loader_list() {
    { ldconfig -p || /sbin/ldconfig -p; } 2>/dev/null || true
}

install_with_apt() {
    if ! has_command apt-get; then
        fail "There is no apt-get here to install it with." "$(by_hand)"
    fi
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif has_command sudo; then
        as_root="sudo"
    else
        fail "Installing needs root or sudo." "$(by_hand)"
    fi
    echo "Installing with apt-get: $packages"
    # A stale package list is no reason to stop: the installation below decides.
    $as_root apt-get -qq update || echo "apt-get update failed; trying with the package list at hand."
    # shellcheck disable=SC2086 # the packages are meant to be split into words
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $packages \
        >/dev/null || fail "apt-get could not install: $packages" "$(by_hand)"
}

by_hand() {
    cat <<END
Install by hand, then run the same command again:
  Debian, Ubuntu   apt-get install $packages
  Fedora           dnf install cmake gcc-c++ make clang-devel
  Arch             pacman -S cmake gcc make clang
  Alpine           apk add cmake g++ make clang-dev
  macOS            xcode-select --install && brew install cmake
Without rights to install packages, cmake and libclang also come from Python (a C++ compiler is still needed):
  pip install cmake libclang
  export LIBCLANG_PATH="\$(python3 -c 'import clang, os; print(os.path.join(os.path.dirname(clang.__file__), "native"))')"
END
}

require_cargo() {
    if ! has_command cargo; then
        fail "There is no cargo here: cxfolio is written in Rust and built with it." \
            "Get it from https://rustup.rs (no root needed), then run the same command again:
  curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh
  . \"\$HOME/.cargo/env\""
    fi
    wanted=$(sed -n 's/^rust-version = "\([0-9.]*\)"$/\1/p' "$(dirname "$0")/../Cargo.toml")
    present=$(cargo --version | sed 's/^cargo \([0-9]*\.[0-9]*\).*/\1/')
    if [ -z "$present" ]; then
        fail "cargo is there but does not answer to cargo --version." "With rustup: rustup default stable"
    fi
    if [ -n "$wanted" ] && ! at_least "$present" "$wanted"; then
        fail "cargo $present is too old: cxfolio needs Rust $wanted or newer." \
            "With rustup: rustup update stable. Without it: https://rustup.rs"
    fi
}

# at_least 1.95 1.94: whether the first version is the second or a later one.
at_least() {
    [ "${1%%.*}" -gt "${2%%.*}" ] && return 0
    [ "${1%%.*}" -eq "${2%%.*}" ] || return 1
    first=${1#*.}
    second=${2#*.}
    [ "${first%%.*}" -ge "${second%%.*}" ]
}

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

main
