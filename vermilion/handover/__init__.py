"""The work of somebody who leaves a post: listed, handed to the successor, signed for item by item.

The work itself stays where it is kept; here is only who handed what to whom, and what came of it.
"""
