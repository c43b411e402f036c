Documents are read in the page: by pieces over a weak line, searched with or without tone marks, by keys, touch and
full screen. Files are handed in by parts and go on after a cut line; what is typed is kept on the device until it
is sent; bodies, units and people are chosen by typing; `?` shows the keys of a page.
