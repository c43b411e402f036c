An open desk shows within two seconds what came, without moving what lies under the hand; two people on one paper see
each other. What is typed is kept on the device and on the server, and offered again after a power cut. A form that is
sent twice, or again on a weak line, is dealt with once.
