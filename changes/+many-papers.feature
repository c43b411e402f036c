Mark papers and report them completed with the same words, return them, ask for time, give parts on, lay them before another
leader, set another deadline, remind whoever has them, mark them as read: each looked at first, with a result for each.
Whoever gave a duty can set another deadline, earlier or later, on its page and by the API; those who have it are told.
