"""What pages cost, beside a bare floor that is served the same way: `make bench`."""
