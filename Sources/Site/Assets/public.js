// 公开核验页：用 proof.js 核验随页面带来的凭证，并按编号、文件、指纹查对。此后不再询问服务器。
'use strict';

document.addEventListener('DOMContentLoaded', () => {
    const holder = document.getElementById('evidence');
    if (!holder) { return; }
    const evidence = JSON.parse(holder.textContent);
    const result = Proof.check(evidence);
    const at = (id) => document.getElementById(id);

    function say(element, text, tone) {
        element.textContent = text;
        element.className = `verdict ${tone}`;
    }

    say(at('verdict'), result.isProved ? '核验通过：全部数字凭证都在封存的台账中，签名成立' : '核验不通过，见下列各项',
        result.isProved ? 'better' : 'bad');
    for (const step of result.steps) {
        const row = document.createElement('li');
        const word = document.createElement('b');
        word.textContent = step.holds ? '成立　' : '不成立　';
        row.append(word, `${step.name}：${step.detail}`);
        at('steps').append(row);
    }
    if (result.fingerprint) { at('signer').textContent = result.fingerprint; }

    const places = new Map(result.names.map((name, place) => [name, place]));
    const claimAt = (place) => evidence.claims[place] === null ? null : JSON.parse(evidence.claims[place]);

    // 表中所印的数与凭证逐个比对：表由服务器写出，凭证由本页核验。
    for (const row of document.querySelectorAll('[data-claim]')) {
        const place = places.get(row.dataset.claim);
        const claim = place === undefined ? null : claimAt(place);
        const mark = row.querySelector('[data-mark]');
        if (!mark) { continue; }
        if (place !== undefined && claim === null) {
            mark.textContent = '凭证在册';
        } else {
            const isSame = claim !== null && claim.printed === row.dataset.value && result.isProved;
            say(mark, isSame ? '成立' : '不成立', isSame ? 'better' : 'bad');
        }
    }

    function lookUp(typed) {
        const answer = at('found');
        const printed = /\broot=([A-Za-z0-9+/]{43}=)/.exec(typed);
        if (printed) {
            const isSame = printed[1] === result.root && result.isProved;
            return say(answer, isSame ? '二维码中的根与本件相同，核验通过' : '二维码中的根与本件不同：不是这份文件', isSame ? 'better' : 'bad');
        }
        const moment = /\/public\/documents\/([^?\s]+)\?asof=([0-9]+)/.exec(typed);
        if (moment) {
            const isSame = result.record && decodeURIComponent(moment[1]) === result.record.subject
                && Number(moment[2]) === result.record.body.asOf;
            return say(answer, isSame && result.isProved ? '二维码所指就是这份文件，核验通过' : '二维码所指不是这份文件',
                isSame && result.isProved ? 'better' : 'bad');
        }
        const name = Proof.typedName(typed);
        if (!name) { return say(answer, '不是数字凭证编号。编号由 12 个字母和数字组成，四个一组，如 7F3K-2M9Q-4X6T', 'warn'); }
        const place = places.get(name);
        if (place === undefined) { return say(answer, `本件没有编号为 ${name} 的数字凭证`, 'bad'); }
        const claim = claimAt(place);
        if (!claim) { return say(answer, `${name} 在本件的凭证之列；其内容没有随本页带来，请从公开核验首页按编号打开`, 'warn'); }
        const row = [...document.querySelectorAll('[data-claim]')].find((one) => one.dataset.claim === name);
        const label = row ? row.dataset.label : claim.title;
        const period = claim.from === claim.to ? claim.from : `${claim.from} 至 ${claim.to}`;
        const words = `${name}：${label} ${claim.printed} ${claim.unit}（${period}，截至台账第 ${claim.asOf} 条）`;
        return say(answer, result.isProved ? `${words}，核验通过` : `${words}，核验不通过`, result.isProved ? 'better' : 'bad');
    }

    at('lookup').addEventListener('submit', (event) => {
        event.preventDefault();
        lookUp(at('typed').value.trim());
    });
    if (at('typed').value) { lookUp(at('typed').value.trim()); }

    at('compare').addEventListener('submit', (event) => {
        event.preventDefault();
        const plain = (text) => text.toUpperCase().replace(/[^0-9A-F]/g, '');
        const isSame = result.fingerprint !== null && plain(at('printed').value) === plain(result.fingerprint || '');
        say(at('compared'), isSame ? '与签名的公钥相同' : '与签名的公钥不同，或没有输全 64 位', isSame ? 'better' : 'bad');
    });

    at('file').addEventListener('change', async () => {
        const [file] = at('file').files;
        if (!file) { return; }
        const digest = Proof.hex(Proof.sha256(new Uint8Array(await file.arrayBuffer())));
        const isSame = result.isProved && result.record.body.file === digest;
        say(at('checked'), isSame ? '与封存的定稿逐字节相同' : `不是封存的定稿（SHA-256 ${digest}）`, isSame ? 'better' : 'bad');
    });
});
