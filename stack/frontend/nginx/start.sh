#!/bin/bash
# Becomes nginx, after making itself known.
#
# Whoever asked for this container's hardware address before it was there (the edge, which holds a
# visitor's request meanwhile) asks again only after a second, unless it hears from here. On its way
# to sending a datagram, for which nobody listens, our kernel asks the whole network for the API's
# address and so tells its own. bash does it without another program.
{ printf . >/dev/udp/api/9; } 2>/dev/null

exec nginx -e stderr -g 'daemon off;'
