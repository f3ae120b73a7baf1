# Sourced by what needs the JDK 25 itself: find_jdk sets JAVA_HOME, or says what to do and ends.

# A JDK tells its version in a file; asking each `java` would take a second apiece.
is_jdk_25() {
    [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release" 2>/dev/null
}

# What `java` on the PATH belongs to, through however many links.
java_on_path() {
    java=$(command -v java) || return 0
    while [ -L "$java" ]; do
        link=$(readlink "$java")
        case $link in /*) java=$link ;; *) java=$(dirname "$java")/$link ;; esac
    done
    dirname "$(dirname "$java")"
}

find_jdk() {
    mac=
    [ -x /usr/libexec/java_home ] && mac=$(/usr/libexec/java_home -v 25 2>/dev/null || :)
    for jdk in "${JAVA_HOME:-}" "${JDK_HOME:-}" "$(java_on_path)" "$mac" \
        /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /usr/local/*jdk* /usr/local/lib/jvm/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if is_jdk_25 "$jdk"; then
            JAVA_HOME=$jdk
            export JAVA_HOME
            return
        fi
    done
    printf '%s\n' "没有找到 JDK 25。请安装 JDK 25（例如 Eclipse Temurin 25），或把 JAVA_HOME 指向它，然后重试。" \
        "No JDK 25 was found: install one, or point JAVA_HOME to it, and try again." >&2
    return 1
}
