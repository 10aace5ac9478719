"""Colours of our themes: what two options have differs in lightness, too, and
neighbours of all pictures' scales do; text stands out from its ground."""
import re
import sys

APART = 20  # of L*, as palette_part() has it


def lightness(colour):
    channels = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def contrast(a, b):
    def luminance(colour):
        level = lightness(colour)
        return ((level + 16) / 116) ** 3 if level > 8 else level * 27 / 24389
    one, two = sorted((luminance(a), luminance(b)))
    return (two + 0.05) / (one + 0.05)


def poster(text, mode):
    """The colours of poster.light or poster.dark."""
    block = re.search(rf"^poster:\n(?:.*\n)*?  {mode}:\n((?:    .*\n)+)", text, re.M).group(1)
    return {key: re.findall(r"#[0-9a-f]{6}", rest) for key, rest in re.findall(r"    (\w+): (.*)", block)}


failed = 0
for path in sys.argv[1:]:
    with open(path) as file:
        text = file.read()
    for mode in ("light", "dark"):
        p = poster(text, mode)
        base = poster(open("themes/default/theme.yaml").read(), mode)
        p = {**base, **p}
        one = {key: colours[0] for key, colours in p.items()}
        wrong = []
        if abs(lightness(p["sides"][0]) - lightness(p["sides"][1])) < APART:
            wrong.append("sides are of one lightness")
        for key in ("groups", "heat", "warm"):
            steps = [lightness(c) for c in p[key]]
            if min(abs(a - b) for a, b in zip(steps, steps[1:])) < 9:
                wrong.append(f"neighbours of {key}: {[round(s) for s in steps]}")
        for front, ground, least in (("ink", "paper", 7), ("muted", "paper", 4.5), ("mark", "paper", 4.5), ("foot_ink", "foot", 7),
                                     ("foot_muted", "foot", 4.5), ("loud_ink", "loud", 4.5), ("loud_muted", "loud", 4.5),
                                     ("loud_lead", "loud", 3), ("lead", "paper", 3)):
            if contrast(one[front], one[ground]) < least:
                wrong.append(f"{front} on {ground}: {contrast(one[front], one[ground]):.2f}, not {least}")
        for each in wrong:
            print(f"{path}: poster.{mode}: {each}")
        failed += len(wrong)
sys.exit(failed > 0)
