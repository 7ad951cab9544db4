"""Whose words a proposition is: holders, and who speaks a quotation or an answer."""
