Two people who direct or prepare one paper at once see each other’s words before anything goes out, and choose; whoever
reports or returns a duty that somebody else has dealt with meanwhile reads how it stands and keeps what was typed.
