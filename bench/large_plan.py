#!/usr/bin/env python3
"""Writes a Markdown plan of many items, about 25 to a page, for measuring.

usage: large_plan.py ITEMS > FILE.md
"""
import sys

POSTS = ["Head of Communications", "Director of Education", "Head of People Services",
         "Community Safety Manager", "Principal Social Worker", "Head of Procurement"]
WHEN = ["March 2026", "Q4 2025/26", "Spring 2026-ongoing", "Ongoing", "June 26 and quarterly thereafter",
        "by end of September 2026", "January to April 2027", "Autumn term 2026"]


def main(items):
    print("# Anti-racism action plan of a very large body\n")
    for n in range(items):
        if n % 25 == 0:
            print("\n## Theme %d\n\n| Ref | Action | Owner | By when |\n|---|---|---|---|" % (n // 25 + 1))
        print("| %d.%d | Review service %d with the communities that it serves, publish what was heard, and agree "
              "what will change with a named lead in every team | %s | %s |"
              % (n // 25 + 1, n % 25 + 1, n, POSTS[n % len(POSTS)], WHEN[n % len(WHEN)]))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(int(sys.argv[1]))
