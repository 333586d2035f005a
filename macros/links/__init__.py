"""Checks the external links of data and pages: which there are, whether they answer, and a report for editors."""
