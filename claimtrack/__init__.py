"""claimtrack: who claims what in the news, and which claims cannot both be true."""
