"""The readers of untrusted bytes. They run in a process of their own and know nothing else.

Nothing here imports Django or the rest of the house: the process starts fast, has no secrets in
its environment, and may break down without harm (`vermilion.files.child` starts and judges it).
"""
