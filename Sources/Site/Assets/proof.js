// 核验数字凭证：散列、台账树和签名全部在本机计算，不向任何服务器询问。
// 不使用 WebCrypto：内网的 http:// 页面和离线保存的页面没有它。格式见 Docs/formats。
'use strict';

const Proof = (() => {
    // ---- Bytes ----
    const utf8 = (text) => new TextEncoder().encode(text);

    function concat(...parts) {
        const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
        let at = 0;
        for (const part of parts) {
            whole.set(part, at);
            at += part.length;
        }
        return whole;
    }

    const same = (a, b) => a.length === b.length && a.every((byte, place) => byte === b[place]);
    const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

    // Standard base64 with padding, and no other form of it.
    function base64(text) {
        if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) {
            throw new Error('不是规范的 base64');
        }
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        if (toBase64(bytes) !== text) { throw new Error('不是规范的 base64'); }
        return bytes;
    }

    function toBase64(bytes) {
        let text = '';
        for (const byte of bytes) { text += String.fromCharCode(byte); }
        return btoa(text);
    }

    // ---- SHA-256 (FIPS 180-4, 6.2) ----
    const isPrime = (number) => {
        for (let divisor = 2; divisor * divisor <= number; divisor += 1) {
            if (number % divisor === 0) { return false; }
        }
        return true;
    };
    const primes = [];
    for (let number = 2; primes.length < 80; number += 1) { if (isPrime(number)) { primes.push(BigInt(number)); } }

    // The first 64 bits behind the point of a root, by whole numbers: floor(root(p · 2^(64n))) mod 2^64 (4.2.2, 4.2.3).
    function fraction(prime, degree) {
        const target = prime << BigInt(64 * degree);
        let low = 0n;
        let high = 1n << 80n;
        while (high - low > 1n) {
            const middle = (low + high) >> 1n;
            if (middle ** BigInt(degree) <= target) { low = middle; } else { high = middle; }
        }
        return low & 0xffffffffffffffffn;
    }
    const cubes = primes.map((prime) => fraction(prime, 3));
    const squares = primes.slice(0, 8).map((prime) => fraction(prime, 2));
    const K256 = Uint32Array.from(cubes.slice(0, 64), (number) => Number(number >> 32n));

    // The message with 1, zeros and its length, for blocks of 64 or 128 bytes (5.1).
    function padded(bytes, block) {
        const tail = block / 8;
        const length = Math.ceil((bytes.length + 1 + tail) / block) * block;
        const whole = new Uint8Array(length);
        whole.set(bytes);
        whole[bytes.length] = 0x80;
        const view = new DataView(whole.buffer);
        view.setUint32(length - 8, Math.floor(bytes.length / 0x20000000));
        view.setUint32(length - 4, (bytes.length << 3) >>> 0);
        return view;
    }

    function sha256(bytes) {
        const state = Uint32Array.from(squares, (number) => Number(number >> 32n));
        const view = padded(bytes, 64);
        const w = new Uint32Array(64);
        const turn = (x, n) => (x >>> n) | (x << (32 - n));
        for (let start = 0; start < view.byteLength; start += 64) {
            for (let t = 0; t < 16; t += 1) { w[t] = view.getUint32(start + 4 * t); }
            for (let t = 16; t < 64; t += 1) {
                const a = w[t - 15];
                const b = w[t - 2];
                const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
                const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
                w[t] = (w[t - 16] + s0 + w[t - 7] + s1) | 0;
            }
            let [a, b, c, d, e, f, g, h] = state;
            for (let t = 0; t < 64; t += 1) {
                const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K256[t] + w[t]) | 0;
                const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
                h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
            }
            [a, b, c, d, e, f, g, h].forEach((value, place) => { state[place] = (state[place] + value) | 0; });
        }
        const digest = new DataView(new ArrayBuffer(32));
        state.forEach((word, place) => digest.setUint32(4 * place, word));
        return new Uint8Array(digest.buffer);
    }

    // ---- SHA-512 (FIPS 180-4, 6.4): only for signatures, whose messages are short ----
    const MASK = 0xffffffffffffffffn;

    function sha512(bytes) {
        const state = squares.slice();
        const view = padded(bytes, 128);
        const turn = (x, n) => ((x >> n) | (x << (64n - n))) & MASK;
        const w = new Array(80);
        for (let start = 0; start < view.byteLength; start += 128) {
            for (let t = 0; t < 16; t += 1) { w[t] = view.getBigUint64(start + 8 * t); }
            for (let t = 16; t < 80; t += 1) {
                const s0 = turn(w[t - 15], 1n) ^ turn(w[t - 15], 8n) ^ (w[t - 15] >> 7n);
                const s1 = turn(w[t - 2], 19n) ^ turn(w[t - 2], 61n) ^ (w[t - 2] >> 6n);
                w[t] = (w[t - 16] + s0 + w[t - 7] + s1) & MASK;
            }
            let [a, b, c, d, e, f, g, h] = state;
            for (let t = 0; t < 80; t += 1) {
                const big1 = turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n);
                const one = h + big1 + ((e & f) ^ ((e ^ MASK) & g)) + cubes[t] + w[t];
                const big0 = turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n);
                const two = big0 + ((a & b) ^ (a & c) ^ (b & c));
                h = g; g = f; f = e; e = (d + one) & MASK; d = c; c = b; b = a; a = (one + two) & MASK;
            }
            [a, b, c, d, e, f, g, h].forEach((value, place) => { state[place] = (state[place] + value) & MASK; });
        }
        const digest = new DataView(new ArrayBuffer(64));
        state.forEach((word, place) => digest.setBigUint64(8 * place, word));
        return new Uint8Array(digest.buffer);
    }

    // ---- Ed25519 (RFC 8032, 5.1) ----
    const P = (1n << 255n) - 19n;
    const L = (1n << 252n) + 27742317777372353535851937790883648493n;
    const mod = (x) => { const rest = x % P; return rest < 0n ? rest + P : rest; };

    function power(base, exponent) {
        let result = 1n;
        let square = mod(base);
        for (let rest = exponent; rest > 0n; rest >>= 1n) {
            if (rest & 1n) { result = mod(result * square); }
            square = mod(square * square);
        }
        return result;
    }
    const inverse = (x) => power(x, P - 2n);
    const D = mod(-121665n * inverse(121666n));
    const ROOT = power(2n, (P - 1n) / 4n);

    const number = (bytes) => bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

    // A point from its 32 bytes; null for what is none, and for a y that is not below p (5.1.3).
    function point(bytes) {
        const whole = number(bytes);
        const y = whole & ((1n << 255n) - 1n);
        const sign = whole >> 255n;
        if (y >= P) { return null; }
        const u = mod(y * y - 1n);
        const v = mod(D * y * y + 1n);
        let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
        if (mod(v * x * x) !== u) {
            x = mod(x * ROOT);
            if (mod(v * x * x) !== u) { return null; }
        }
        if (x === 0n && sign === 1n) { return null; }
        if ((x & 1n) !== sign) { x = P - x; }
        return [x, y, 1n, mod(x * y)];
    }

    function add([x1, y1, z1, t1], [x2, y2, z2, t2]) {
        const a = mod((y1 - x1) * (y2 - x2));
        const b = mod((y1 + x1) * (y2 + x2));
        const c = mod(2n * t1 * t2 * D);
        const d = mod(2n * z1 * z2);
        const [e, f, g, h] = [b - a, d - c, d + c, b + a];
        return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
    }

    const ZERO = [0n, 1n, 1n, 0n];

    function times(scalar, base) {
        let sum = ZERO;
        let doubled = base;
        for (let rest = scalar; rest > 0n; rest >>= 1n) {
            if (rest & 1n) { sum = add(sum, doubled); }
            doubled = add(doubled, doubled);
        }
        return sum;
    }

    const equal = ([x1, y1, z1], [x2, y2, z2]) => mod(x1 * z2 - x2 * z1) === 0n && mod(y1 * z2 - y2 * z1) === 0n;

    const BASE = point(Uint8Array.from({ length: 32 }, (_, place) => (place === 0 ? 0x58 : 0x66)));

    // As libsodium checks: S below L, no key or R of small order, and S·B = R + k·A without the cofactor.
    function ed25519(publicKey, message, signature) {
        if (publicKey.length !== 32 || signature.length !== 64) { return false; }
        const s = number(signature.subarray(32));
        const a = point(publicKey);
        const r = point(signature.subarray(0, 32));
        if (s >= L || !a || !r || equal(times(8n, a), ZERO) || equal(times(8n, r), ZERO)) { return false; }
        const k = number(sha512(concat(signature.subarray(0, 32), publicKey, message))) % L;
        return equal(times(s, BASE), add(r, times(k, a)));
    }

    // ---- Tree (Docs/formats/tree.md; RFC 9162, 2.1) ----
    const leafHash = (bytes) => sha256(concat(Uint8Array.of(0), bytes));
    const nodeHash = (left, right) => sha256(concat(Uint8Array.of(1), left, right));

    function rootOf(leaves) {
        if (leaves.length === 0) { return sha256(new Uint8Array()); }
        let level = leaves;
        // Pairs from the left; what is left over goes up unchanged: the same tree as by the largest power of two.
        while (level.length > 1) {
            const above = [];
            for (let place = 0; place < level.length; place += 2) {
                above.push(place + 1 < level.length ? nodeHash(level[place], level[place + 1]) : level[place]);
            }
            level = above;
        }
        return level[0];
    }

    // RFC 9162, 2.1.3.2; null when the proof does not fit.
    function rootByPath(leaf, index, size, path) {
        if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) { return null; }
        let f = index;
        let s = size - 1;
        let hash = leaf;
        for (const sibling of path) {
            if (s === 0 || sibling.length !== 32) { return null; }
            if (f % 2 === 1 || f === s) {
                hash = nodeHash(sibling, hash);
                while (f % 2 === 0 && f !== 0) {
                    f = Math.floor(f / 2);
                    s = Math.floor(s / 2);
                }
            } else {
                hash = nodeHash(hash, sibling);
            }
            f = Math.floor(f / 2);
            s = Math.floor(s / 2);
        }
        return s === 0 ? hash : null;
    }

    // ---- Short names (Docs/formats/claim.md) ----
    const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

    function shortName(leaf) {
        let bits = number(leaf.slice(0, 8).reverse()) >> 4n;
        let text = '';
        for (let place = 0; place < 12; place += 1) {
            text = LETTERS[Number(bits & 31n)] + text;
            bits >>= 5n;
        }
        return text.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3');
    }

    // A name as people type it: either case, with or without hyphens and blanks, O for 0, I and L for 1; null for none.
    function typedName(typed) {
        const letters = typed.toUpperCase().replace(/[\s－—–-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
        if (letters.length !== 12 || [...letters].some((letter) => !LETTERS.includes(letter))) { return null; }
        return letters.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3');
    }

    // ---- Checkpoint (Docs/formats/checkpoint.md) ----
    function note(text) {
        const end = text.indexOf('\n\n');
        if (end < 0) { throw new Error('签名没有写成规定的形式'); }
        const body = text.slice(0, end + 1);
        const lines = body.split('\n');
        if (lines.length < 4 || !/^(0|[1-9][0-9]*)$/.test(lines[1])) { throw new Error('台账检查点不成形'); }
        const signatures = text.slice(end + 2).split('\n').filter((line) => line !== '').map((line) => {
            const found = /^— (\S+) (\S+)$/.exec(line);
            if (!found) { throw new Error('签名行不成形'); }
            const bytes = base64(found[2]);
            return { name: found[1], id: hex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
        });
        return { body, origin: lines[0], size: Number(lines[1]), root: base64(lines[2]), signatures };
    }

    function verifierKey(text) {
        const found = /^(.+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text);
        if (!found) { throw new Error('公钥不成形'); }
        const bytes = base64(found[3]);
        const id = hex(sha256(concat(utf8(found[1]), Uint8Array.of(0x0a), bytes)).subarray(0, 4));
        if (id !== found[2]) { throw new Error('公钥编号不符'); }
        return { name: found[1], id, isEd25519: bytes.length === 33 && bytes[0] === 1, bytes };
    }

    // SHA-256 over type and public key, four letters a group, as it is printed in sealed documents.
    const fingerprint = (key) => hex(sha256(key.bytes)).toUpperCase().replace(/(.{4})(?=.)/g, '$1 ');

    // ---- The whole way: claim → document → ledger → signature ----
    // evidence: {suite, claims: [line or null], leaves: [base64] or null, record, index, size, path, checkpoint, keys}
    function check(evidence) {
        const steps = [];
        const step = (name, holds, detail) => {
            steps.push({ name, holds: Boolean(holds), detail });
            return Boolean(holds);
        };
        try {
            if (evidence.suite !== 'SHA-256') {
                step('算法', false, `本件用 ${evidence.suite}，本页只会 SHA-256 和 Ed25519。请下载证明包，用核验程序核验。`);
                return { isProved: false, steps, names: [] };
            }
            const leaves = evidence.leaves ? evidence.leaves.map(base64)
                : evidence.claims.map((line) => leafHash(utf8(line)));
            const names = leaves.map(shortName);
            const lines = evidence.claims;
            const isTrue = lines.every((line, place) => line === null || same(leafHash(utf8(line)), leaves[place]));
            const record = JSON.parse(evidence.record);
            const claimed = record.body.claims;
            const root = rootOf(leaves);
            step('数字凭证', isTrue && claimed.count === leaves.length && toBase64(root) === claimed.root,
                `${leaves.length} 个数字凭证的根为 ${toBase64(root)}，封存记录所载为 ${claimed.root}`);
            const checkpoint = note(evidence.checkpoint);
            const path = evidence.path.map(base64);
            const reached = rootByPath(leafHash(utf8(evidence.record)), evidence.index, evidence.size, path);
            step('封存记录在台账中', reached !== null && same(reached, checkpoint.root)
                && checkpoint.size === evidence.size && record.seq === evidence.index + 1,
                `台账第 ${record.seq} 条，检查点共 ${checkpoint.size} 条`);
            const keys = evidence.keys.map(verifierKey)
                .filter((key) => key.isEd25519 && key.name === checkpoint.origin);
            let signer = null;
            for (const key of keys) {
                for (const line of checkpoint.signatures) {
                    if (line.name === key.name && line.id === key.id) {
                        const isSigned = ed25519(key.bytes.subarray(1), utf8(checkpoint.body), line.signature);
                        // A false signature under a known name spoils the whole note.
                        if (!isSigned) { throw new Error('台账签名不成立'); }
                        signer = key;
                    }
                }
            }
            step('台账签名', signer !== null, signer ? `公钥指纹 ${fingerprint(signer)}` : '没有所列公钥的签名');
            return { isProved: steps.every((one) => one.holds), steps, names, root: toBase64(root), record,
                fingerprint: signer ? fingerprint(signer) : null };
        } catch (error) {
            step('读取凭证', false, error.message);
            return { isProved: false, steps, names: [] };
        }
    }

    return { sha256, sha512, ed25519, leafHash, nodeHash, rootOf, rootByPath, shortName, typedName, note, verifierKey,
        fingerprint, check, hex, base64, toBase64, utf8 };
})();
