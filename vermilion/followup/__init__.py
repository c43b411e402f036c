"""Following up: who is told of what, what waits for whom, and who is told next when nothing moves.

A wait is opened by what came about and ended by what answers it. While it is open it climbs a
ladder that the body has settled: holder, deputy, head, leader, and at night whoever is on duty.
"""
