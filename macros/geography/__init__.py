"""The map of Europe: its outlines, how they are drawn, and which country shows what."""
