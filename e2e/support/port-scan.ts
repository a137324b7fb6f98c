import type Docker from "dockerode";
import { exec } from "./exec.ts";

export interface ScanTarget {
  readonly address: string;
  readonly ports: readonly number[];
}

/** Seconds a batch of 200 connections is given; a filtered port does not answer at all. */
const patience = 3;

/**
 * Perl is in every image, as Debian's own tools need it. One process and no threads, so that a
 * container's limit on processes does not decide what is found.
 */
const scanner = String.raw`
use strict; use warnings; use Socket; use Fcntl; use Errno qw(EINPROGRESS);
my $patience = shift;
my @todo = map { my ($address, $ports) = split /:/; map { [$address, $_] } split /,/, $ports } @ARGV;
while (my @batch = splice @todo, 0, 200) {
  my %pending;
  for my $target (@batch) {
    socket(my $socket, PF_INET, SOCK_STREAM, 0) or die "socket: $!";
    fcntl($socket, F_SETFL, O_NONBLOCK) or die "fcntl: $!";
    if (connect($socket, pack_sockaddr_in($target->[1], inet_aton($target->[0])))) { print "@$target\n" }
    elsif ($! == EINPROGRESS) { $pending{fileno $socket} = [$socket, $target] }
  }
  my $end = time + $patience;
  while (%pending && time < $end) {
    my $watched = '';
    vec($watched, $_, 1) = 1 for keys %pending;
    my $ready = $watched;
    next unless select(undef, $ready, undef, 0.2) > 0;
    for my $number (grep { vec($ready, $_, 1) } keys %pending) {
      my ($socket, $target) = @{delete $pending{$number}};
      my $error = unpack 'i', getsockopt($socket, SOL_SOCKET, SO_ERROR);
      print "@$target\n" if $error == 0;
    }
  }
}
print "complete\n";
`;

/**
 * Tries to connect from inside a container.
 * @returns what accepted, as `address:port`
 */
export async function scanFrom(docker: Docker, container: string, targets: readonly ScanTarget[]): Promise<string[]> {
  const asArguments = targets.map(({ address, ports }) => `${address}:${ports.join(",")}`);
  const lines = (await exec(docker, container, ["perl", "-e", scanner, String(patience), ...asArguments]))
    .trim()
    .split("\n");
  if (lines.pop() !== "complete") throw new Error(`the scan from ${container} did not finish`);
  return lines.map((line) => line.replace(" ", ":"));
}
