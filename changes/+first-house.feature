The first installation: register what arrives, direct it, carry it out, close it, print the book; on the
organisation of an office, a province or the whole country; in Vietnamese, English, Hindi and Arabic.
