The bell, the places in the rail and the inbox draw themselves anew while a page lies open; marks, the place of the keyboard and what is being typed stay. Files may be dropped anywhere on the inbox.
