#!/bin/sh
# Makes the users and starts the server.
set -eu
rm -f /etc/ssh/ssh_host_*
ssh-keygen -q -t ed25519 -N '' -f /etc/ssh/ssh_host_ed25519_key
mkdir -p /run/sshd /etc/ssh/keys /srv/sftp
for user in "$@"; do
    name=${user%%:*}
    useradd --no-create-home --shell /usr/sbin/nologin "$name"
    printf '%s\n' "$user" | chpasswd
    mkdir -p "/srv/sftp/$name/ut"
done
exec /usr/sbin/sshd -D -e
