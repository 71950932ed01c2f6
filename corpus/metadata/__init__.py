"""What the head and the foot of a notice say of it: title, issuer, number, date, years, place."""
