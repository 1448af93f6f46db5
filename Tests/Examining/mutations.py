#!/usr/bin/env python3
"""Makes one known fault a copy in clean reports and counts how many the report checker finds.

    Tests/Examining/mutations.py [--binary FILE] [--seed N] [--count N] [--sources DIR]

Clean texts stand in Tests/Examining/texts; with a folder of real reports (.txt, and .jsonl of excerpts) these are
taken too. A copy counts as found when the checker reports an error or warning of a fitting kind that the untouched text
does not have. Exit 1 when fewer than 95 % are found, or when an untouched text has more than one false error or
warning; what the real reports really have wrong is listed in KNOWN.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LEAST_RECALL = 0.95
MOST_FALSE = 1

# Faults that the real reports have, judged one by one in Docs/report-checker.md: file name → (kind, text).
KNOWN = {
    'S1_xiqing_2024_fazhi.txt': [('identity', '62件')],
    'S2_chengdu_district_summary.txt': [
        ('moment', '截止目前'), ('moment', '截止目前'), ('instrument', '《x市锅炉大气污染排放标准》'),
        ('unit', '微克/每立方米'), ('unit', '微克/每立方米'), ('style', '5 '), ('rough', 'xxx%'),
    ],
    # The excerpt breaks off inside the list of parts.
    'fazhi_excerpts-8.txt': [('sum', '1130件')],
}

HAN = r'[一-龥]'


Text = collections.namedtuple('Text', 'name content')


def change(pattern, replace):
    """A mutation of one random match of a pattern; `replace` gets the match and the generator."""

    def mutate(content, rng):
        matches = list(re.finditer(pattern, content, re.M))
        rng.shuffle(matches)
        for match in matches:
            new = replace(match, rng)
            if new is not None and new != match.group(0):
                return content[:match.start()] + new + content[match.end():]
        return None

    return mutate


def other_number(text, rng, least=1):
    """Another number with the same decimals, near the first."""
    decimals = len(text.split('.')[1]) if '.' in text else 0
    units = int(text.replace('.', ''))
    step = max(least, units // 12)
    shifted = units + rng.choice([-1, 1]) * rng.randint(max(least, step // 2), step + least + 1)
    if shifted <= 0 or shifted == units:
        shifted = units + step + 2
    digits = str(shifted).rjust(decimals + 1, '0')
    return digits if decimals == 0 else f'{digits[:-decimals]}.{digits[-decimals:]}'


def with_number(match, rng, group=1):
    """The match with one group's number changed."""
    start, end = match.span(group)
    base = match.start()
    whole = match.group(0)
    return whole[:start - base] + other_number(match.group(group), rng) + whole[end - base:]


def into_paragraph(sentences):
    """Puts one of the sentences behind a random sentence of the text."""

    def mutate(content, rng):
        ends = [match.end() for match in re.finditer('。', content)]
        if not ends:
            return None
        end = rng.choice(ends)
        return content[:end] + rng.choice(sentences) + content[end:]

    return mutate


def appended(sentence):
    return lambda content, rng: content.rstrip('\n') + '\n' + sentence + '\n'


def year_of(content):
    match = re.search(r'(20\d\d)年', content)
    return int(match.group(1)) if match else 0


def repealed(content, rng):
    """A law that was gone before the text's year."""
    year = year_of(content)
    gone = [('《环境噪声污染防治法》', 2023), ('《环境行政处罚办法》', 2024), ('《排污许可管理办法（试行）》', 2025),
            ('《水污染防治法》', 2027)]
    gone = [title for title, since in gone if year >= since]
    if not gone:
        return None
    return into_paragraph([f'依据{title}开展工作。' for title in gone])(content, rng)


def gone_standard(content, rng):
    if year_of(content) < 2017:
        return None
    return into_paragraph(['按《环境空气质量标准》（GB 3095-1996）评价。'])(content, rng)


def second_value(content, rng):
    """A quantity of the first paragraphs once more, with another value."""
    match = re.search(r'(20\d\d年\d+月),?，?[^。]{0,40}?优良天数(\d+)天', content)
    if match is None:
        return None
    days = int(match.group(2))
    other = days + 1 if days < 25 else days - 1
    return content.rstrip('\n') + f'\n综上所述，{match.group(1)}优良天数{other}天。\n'


def no_year(content, rng):
    """All years taken out."""
    new = re.sub(r'20\d\d年度?(\d+月)?(\d+日)?', '', content)
    return new if new != content and len(re.findall(r'\d+(?:件|天|家|个|µg)', new)) >= 3 else None


def drop_listed(match, rng):
    items = match.group(1).split('、')
    if len(items) < 3:
        return None
    del items[rng.randrange(1, len(items))]
    return '、'.join(items) + match.group(2)


NEXT = {'一': '二', '二': '三', '三': '四', '四': '五', '五': '六', '六': '七', '七': '八'}
BEFORE = {new: old for old, new in NEXT.items()}
WORDS = ['生态环境', '监测', '执法', '企业', '工作', '浓度', '整改', '法治', '污染', '建设', '综合']

# name: (kinds that count, mutation)
MUTATIONS = {
    'sum: part changed': ({'sum', 'identity'}, change(
        rf'其中{HAN}+\d+(?:件|家次|个)[、,，]{HAN}+(\d+)(?:件|家次|个)', with_number)),
    'sum: total changed': ({'sum', 'identity', 'percent'}, change(r'合计(\d+)(?:家|件)', with_number)),
    'percent: rate changed': ({'percent'}, change(r'比例为?(\d+\.\d+)%|占(\d+\.\d)%', lambda m, r: with_number(
        m, r, 1 if m.group(1) else 2) if '优良天数比例' not in m.string[max(0, m.start() - 4):m.end()] else None)),
    'percent: count changed': ({'percent', 'identity'}, change(
        r'完成整改(\d+)个[,，]完成比例', with_number)),
    'days: rate changed': ({'days', 'change', 'bounds'}, change(
        r'优良天数(?:\d+天[^。]{0,12})?[^。]{0,3}优良天数比[率例]为?(\d+\.\d)%', with_number)),
    'days: days changed': ({'days', 'change'}, change(r'优良天数(\d+)天[^。]*优良天数比', with_number)),
    'days: more than there are': ({'days'}, change(
        r'优良天数(\d+)天', lambda m, r: f'优良天数{400 + r.randint(1, 99)}天')),
    'days: rate over 100': ({'days', 'bounds'}, change(
        r'优良天数比率(\d\d\.\d)%', lambda m, r: f'优良天数比率1{m.group(1)}%')),
    'change: noun turned': ({'change'}, change(
        r'升幅|降幅', lambda m, r: '降幅' if m.group(0) == '升幅' else '升幅')),
    'change: points turned': ({'change'}, change(r'(上升|下降)(\d+\.\d)个百分点', lambda m, r: (
        '下降' if m.group(1) == '上升' else '上升') + m.group(2) + '个百分点')),
    'change: points changed': ({'change'}, change(r'[升降](\d+\.\d)个百分点', with_number)),
    'change: values turned': ({'change'}, change(r'由上年的(\d+)件下降到(\d+)件', lambda m, r: (
        f'由上年的{m.group(2)}件下降到{m.group(1)}件'))),
    'change: rate changed': ({'change'}, change(r'下降到\d+件[,，]下降(\d+\.\d)%', with_number)),
    'change: rate of a difference': ({'change'}, change(
        r'较去年减少\d+件，下降(\d+\.\d)%', with_number)),
    'change: minus twice': ({'change'}, change(r'(上升|下降)(\d+\.\d%)', lambda m, r: f'{m.group(1)}-{m.group(2)}')),
    'listing: number changed': ({'listing'}, change(
        rf'、[^。、]{{2,12}}[”"]?([三四五六])(项机制|措并举|级网格|级闭环|项制度|大体系|级子网格|大行动|方面谈)',
        lambda m, r: m.group(0).replace(m.group(1) + m.group(2), NEXT[m.group(1)] + m.group(2)))),
    'listing: item dropped': ({'listing'}, change(
        r'([^，,。：:“”]+(?:、[^，,。：:“”]+)+)((?:”)?[三四五六](?:项机制|措并举|级网格|级闭环))', drop_listed)),
    'respectively: item dropped': ({'respectively'}, change(
        r'PM2\.5、PM10、?(?:SO2)?和(?:SO2|NO2)', lambda m, r: m.group(0).replace('、PM10', '', 1))),
    'shares: weight changed': ({'shares'}, change(r'各占(\d+)%、', with_number)),
    'bounds: range turned': ({'bounds'}, change(r'(\d+(?:\.\d)?)(%?)~(\d+(?:\.\d)?)(%|µg/m3)', lambda m, r: (
        f'{m.group(3)}{m.group(2)}~{m.group(1)}{m.group(4)}'))),
    'numbering: heading skipped': ({'numbering'}, change(r'^([二三四])、', lambda m, r: NEXT[m.group(1)] + '、')),
    'numbering: heading twice': ({'numbering'}, change(r'^([二三四])、', lambda m, r: BEFORE[m.group(1)] + '、')),
    'numbering: second level': ({'numbering'}, change(r'^([（(])([二三])([）)])', lambda m, r: (
        m.group(1) + r.choice([NEXT, BEFORE])[m.group(2)] + m.group(3)))),
    'numbering: ordinal': ({'numbering', 'listing'}, change(
        r'([。；;，,])二是', lambda m, r: m.group(1) + r.choice(['三是', '一是']))),
    'style: mark lost': ({'style'}, change(r'^([234])\. ', lambda m, r: m.group(1) + ' ')),
    'doubled: word': ({'doubled'}, change('|'.join(WORDS), lambda m, r: m.group(0) * 2)),
    'doubled: character': ({'doubled'}, change(rf'(?<={HAN})[的在和将](?={HAN})', lambda m, r: m.group(0) * 2)),
    'instrument: repealed': ({'instrument'}, repealed),
    'instrument: wrong title': ({'instrument'}, into_paragraph([
        '依据《大气污染防制法》开展检查。', '依据《固体废物污染防治法》立案2件。', '贯彻《环境影响评估法》。',
        '落实《排污许可管理条列》。'])),
    'instrument: slip in a title': ({'instrument'}, change(
        r'《(中华人民共和国)?(土壤污染防治|噪声污染防治|大气污染防治|行政处罚)法》', lambda m, r: m.group(0).replace('污染', '污梁').replace('处罚', '处法'))),
    'standard: year': ({'standard'}, change(
        r'GB (3095|3838)-(\d{4})', lambda m, r: f'GB {m.group(1)}-{int(m.group(2)) + 1}')),
    'standard: gone': ({'standard'}, gone_standard),
    'standard: title': ({'standard'}, change(r'《地表水环境质量标准》|《环境空气质量标准》', lambda m, r: (
        m.group(0).replace('环境', '')))),
    'naming: nickname': ({'naming'}, change(r'《环境保护法》', lambda m, r: '《环境保护法》《环保法》')),
    'unit: counter swapped': ({'unit'}, change(
        r'(优良天数\d+)天|(处罚决定书\d+)件|(信访举报\d+)件', lambda m, r: next(filter(None, m.groups())) + r.choice(['吨', '家']))),
    'unit: milligrams': ({'unit'}, change(r'µg/m3', lambda m, r: 'mg/m3')),
    'unit: micrograms of CO': ({'unit'}, change(r'(百分位数为0\.\d)mg/m3', lambda m, r: m.group(1) + 'µg/m3')),
    'identity: closed over received': ({'identity', 'sum'}, change(
        r'(受理信访举报|发现问题)(\d+)(件[^。；]{0,3}?办结|个[^。；]{0,3}?完成整改)(\d+)', lambda m, r: (
            f'{m.group(1)}{m.group(2)}{m.group(3)}{int(m.group(2)) + r.randint(1, 40)}'))),
    'identity: failed over tested': ({'identity'}, change(
        r'(\d+)(台|家)，不合格\d+', lambda m, r: f'{m.group(1)}{m.group(2)}，不合格{int(m.group(1)) + r.randint(1, 9)}')),
    'identity: reviews over decisions': ({'identity'}, change(
        r'(行政处罚决定书)(\d+)(件[^。]*审核重大案件)(\d+)', lambda m, r: (
            f'{m.group(1)}{m.group(2)}{m.group(3)}{int(m.group(2)) + r.randint(1, 30)}'))),
    'repeated: second value': ({'repeated'}, second_value),
    'rough: 100 % of a rough number': ({'rough', 'percent'}, change(
        r'(受理信访举报)(\d+)件，办结(\d+)件', lambda m, r: f'{m.group(1)}{m.group(2)}余件')),
    'rough: inserted': ({'rough'}, into_paragraph(['受理投诉380余件，办结率达100%。'])),
    'moment: day dropped': ({'moment'}, change(r'截至20\d\d年\d+月\d+日，', lambda m, r: '截至目前，')),
    'moment: years dropped': ({'moment'}, no_year),
    'date: no such day': ({'date'}, change(r'(20\d\d年)\d+月\d+日', lambda m, r: m.group(1) + r.choice(
        ['2月30日', '6月31日', '13月1日', '9月31日']))),
}


def load(sources):
    texts = [Text(path.name, path.read_text('utf-8')) for path in sorted((HERE / 'texts').glob('*.txt'))]
    if sources is None:
        return texts
    for path in sorted(sources.glob('*.txt')):
        texts.append(Text(path.name, path.read_text('utf-8')))
    for path in sorted(sources.glob('*.jsonl')):
        for number, line in enumerate(path.read_text('utf-8').splitlines(), 1):
            row = json.loads(line)
            texts.append(Text(f'{path.stem}-{number}.txt', row['标题'] + '\n' + row['摘录开头'] + '\n'))
    return texts


def check(binary, files):
    """Runs the checker over the files in one process and gives its answers by file name."""
    done = subprocess.run([binary, 'report', 'check', '--json', *map(str, files)], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f'report check ended with {done.returncode}: {done.stderr[-2000:]}')
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(files):
        sys.exit(f'{len(answers)} answers for {len(files)} files: {done.stderr[-2000:]}')
    return {pathlib.Path(answer['file']).name: answer for answer in answers}


def faults(answer):
    """Errors and warnings, without their places, which a mutation shifts."""
    return collections.Counter(
        (finding['kind'], finding['text'], finding['message'])
        for finding in answer['findings'] if finding['severity'] != 'note')


def judge_clean(texts, answers):
    """False findings of the untouched texts."""
    worst = 0
    for text in texts:
        known = collections.Counter(KNOWN.get(text.name, []))
        false = []
        for (kind, place, message), count in faults(answers[text.name]).items():
            for _ in range(count):
                if known[(kind, place)] > 0:
                    known[(kind, place)] -= 1
                else:
                    false.append(f'{kind} “{place}” {message}')
        missed = [f'{kind} “{place}”' for (kind, place), count in known.items() if count > 0]
        worst = max(worst, len(false))
        for line in false:
            print(f'false  {text.name}: {line}')
        for line in missed:
            print(f'missed {text.name}: {line}')
    return worst


def mutate_all(texts, count, rng):
    """`count` copies with one fault each, the kinds in turn; those that no text allows are named and left out."""
    copies = []
    usable = []
    for name, (kinds, mutation) in MUTATIONS.items():
        if any(mutation(text.content, random.Random(0)) is not None for text in texts):
            usable.append((name, kinds, mutation))
        else:
            print(f'no text for “{name}”')
    while len(copies) < count:
        name, kinds, mutation = usable[len(copies) % len(usable)]
        for text in rng.sample(texts, len(texts)):
            content = mutation(text.content, rng)
            if content is not None:
                copies.append((name, kinds, text, content))
                break
    return copies


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--binary', default=str(ROOT / '.build/debug/qingheng'))
    parser.add_argument('--seed', type=int, default=196)
    parser.add_argument('--count', type=int, default=200)
    parser.add_argument('--sources', type=pathlib.Path, help='a folder of real reports')
    parser.add_argument('--keep', type=pathlib.Path, help='leave the copies in this folder')
    arguments = parser.parse_args()
    if arguments.sources is not None and not arguments.sources.is_dir():
        print(f'{arguments.sources} is not there: the texts of this folder only')
        arguments.sources = None
    texts = load(arguments.sources)
    rng = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or pathlib.Path(temporary)
        folder.mkdir(exist_ok=True)
        for text in texts:
            (folder / text.name).write_text(text.content, 'utf-8')
        copies = mutate_all(texts, arguments.count, rng)
        names = []
        for number, (_, _, text, content) in enumerate(copies, 1):
            names.append(f'copy-{number:03}-{text.name}')
            (folder / names[-1]).write_text(content, 'utf-8')
        began = time.monotonic()
        answers = check(arguments.binary, [folder / name for name in [text.name for text in texts] + names])
        seconds = time.monotonic() - began
    worst = judge_clean(texts, answers)
    found = collections.Counter()
    made = collections.Counter()
    for name, (label, kinds, text, _) in zip(names, copies):
        new = faults(answers[name]) - faults(answers[text.name])
        made[label] += 1
        if any(kind in kinds for kind, _, _ in new):
            found[label] += 1
        else:
            print(f'not found: {label} in {text.name} ({name})')
    for label in MUTATIONS:
        if made[label]:
            print(f'{label:36}{found[label]:4} of {made[label]:3}')
    total = sum(found.values())
    recall = total / len(copies)
    print(f'seed {arguments.seed}: {total} of {len(copies)} found ({recall:.1%}), at most {worst} false in one of '
          f'{len(texts)} untouched texts, {seconds:.1f} s')
    tally = os.environ.get('QINGHENG_TALLY')
    passed = recall >= LEAST_RECALL and worst <= MOST_FALSE
    if tally:
        with open(tally, 'a', encoding='utf-8') as file:
            file.write(f'{"passed" if recall >= LEAST_RECALL else "failed"}\tfaults found in reports\n')
            file.write(f'{"passed" if worst <= MOST_FALSE else "failed"}\tno false findings in clean reports\n')
    return 0 if passed else 1


if __name__ == '__main__':
    sys.exit(main())
