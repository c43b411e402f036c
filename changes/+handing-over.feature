What somebody has in person in a post is listed when they leave, goes to the successor with its history and deadline, and is signed for thing by thing.
