import Standards

/// Finds the numbers of a line: digits, masked digits and Chinese numerals before a counter.
///
/// Left out are parts of names (PM2.5, GB 3095-2012), ordinals (第30号), dates, and numbers of papers (〔2018〕36号).
struct NumberScanner {
    let line: Scalars
    /// The line as given, in which a full-width comma is no thousands mark.
    let original: Scalars
    let words: CountingWords

    func scan() -> [NumberToken] {
        var found: [NumberToken] = []
        var index = 0
        while index < line.count {
            let scalar = line[index]
            if scalar == "〔" || scalar == "[" {
                index = endOfPaperNumber(from: index)
            } else if scalar.isDigit || scalar.isMask {
                index = readDigits(at: index, into: &found)
            } else if scalar.isLatin {
                index = endOfName(from: index)
            } else if ChineseNumeral.isNumeral(scalar) {
                index = readChinese(at: index, into: &found)
            } else {
                index += 1
            }
        }
        joinRanges(&found)
        return found
    }

    /// 〔2018〕36号 is passed over as a whole.
    private func endOfPaperNumber(from start: Int) -> Int {
        guard let close = line[start...].prefix(8).firstIndex(where: { $0 == "〕" || $0 == "]" }) else {
            return start + 1
        }
        var end = close + 1
        while end < line.count, line[end].isDigit { end += 1 }
        return end
    }

    /// PM2.5, O3, SO2, HJ 633-2012, PM_{2.5}: letters with what clings to them.
    private func endOfName(from start: Int) -> Int {
        var end = start
        while end < line.count, line[end].isLatin && !line[end].isMask { end += 1 }
        if end == start { end += 1 }
        let isCode = words.codes.contains { Array(line[start..<end]) == $0 }
        if isCode {
            while end < line.count, "/ T-.".unicodeScalars.contains(line[end]) || line[end].isDigit || line[end].isMask
            {
                end += 1
            }
            return end
        }
        while end < line.count, line[end].isDigit || line[end].isLatin || "_{}.".unicodeScalars.contains(line[end]) {
            if line[end] == ".", end + 1 < line.count, !line[end + 1].isDigit, !line[end + 1].isMask { break }
            end += 1
        }
        return end
    }

    private func readDigits(at start: Int, into found: inout [NumberToken]) -> Int {
        var end = start
        var decimals = 0
        var seenPoint = false
        var text: Scalars = []
        while end < line.count {
            let scalar = line[end]
            if scalar.isDigit || scalar.isMask {
                text.append(scalar)
                if seenPoint { decimals += 1 }
            } else if scalar == ".", !seenPoint, end + 1 < line.count, line[end + 1].isDigit || line[end + 1].isMask {
                seenPoint = true
            } else if isThousandsMark(at: end, from: start) {
                // The mark itself says nothing.
            } else {
                break
            }
            end += 1
        }
        if text.count > 15 || end < line.count && isDatePart(from: start, to: end) { return max(end, start + 1) }
        if start > 0, line[start - 1] == "第" || line[start - 1] == "前" { return end }
        let reading = tail(after: end, from: start)
        let isMasked = text.contains(where: \.isMask)
        if isMasked && reading.unit.isEmpty { return end }
        if reading.unit.isEmpty, end < line.count, line[end].isLatin { return endOfName(from: end) }
        let low = Scalars(text.map { $0.isMask ? "0" : $0 })
        let high = Scalars(text.map { $0.isMask ? "9" : $0 })
        // xx is a two-digit number: its first digit is not zero.
        let lowest = isMasked && text.count - decimals > 1 && text[0].isMask ? ["1"] + low.dropFirst() : low
        append(
            (lowest, high), decimals: decimals, digits: start..<end, reading, isChinese: false, to: &found)
        return max(reading.end, end)
    }

    private func isThousandsMark(at index: Int, from start: Int) -> Bool {
        guard original[index] == ",", index > start, index + 3 < line.count else { return false }
        let group = line[(index + 1)...(index + 3)]
        return group.allSatisfy(\.isDigit) && !(index + 4 < line.count && line[index + 4].isDigit)
            && index - start <= 3
    }

    /// 2024年, 7月, 31日, 2021-2025年, 1-11月.
    private func isDatePart(from start: Int, to end: Int) -> Bool {
        let next = line[end]
        if next == "年" { return end - start == 4 || end - start == 2 && start > 0 && line[start - 1] == "-" }
        if next == "月" || next == "号" { return true }
        if next == "日" { return true }
        if next == "-" || next == "~" {
            var after = end + 1
            while after < line.count, line[after].isDigit { after += 1 }
            return after > end + 1 && after < line.count
                && (line[after] == "年" || line[after] == "月" || line[after] == "日")
        }
        return false
    }

    private struct Tail {
        var unit = ""
        var end: Int
        var power = 0
        var isApproximate = false
    }

    /// 余, 万, the unit and 以上 behind a number, and 约 or 超 before it.
    private func tail(after digits: Int, from start: Int) -> Tail {
        var reading = Tail(end: digits)
        var index = digits
        func isRough(_ position: Int) -> Bool { position < line.count && words.roughAfter.contains(line[position]) }
        if isRough(index) {
            reading.isApproximate = true
            index += 1
        }
        if index < line.count, let power = CountingWords.powers[line[index]] {
            reading.power = power
            index += 1
        }
        if isRough(index) {
            reading.isApproximate = true
            index += 1
        }
        if let unit = line.longest(of: words.units, at: index) {
            reading.unit = words.canonical(unit)
            index += unit.count
            reading.end = index
        } else if reading.power > 0 || reading.isApproximate {
            reading.end = index
        }
        if words.roughBehind.contains(where: { line.has($0, at: reading.end) }) { reading.isApproximate = true }
        if words.roughBefore.contains(where: { line.has($0, at: start - $0.count) }) { reading.isApproximate = true }
        return reading
    }

    private func readChinese(at start: Int, into found: inout [NumberToken]) -> Int {
        var end = start
        while end < line.count, ChineseNumeral.isNumeral(line[end]) { end += 1 }
        if start > 0, line[start - 1] == "第" || line[start - 1] == "前" { return end }
        guard let value = ChineseNumeral.value(of: line[start..<end]), value > 0 else { return end }
        let reading = tail(after: end, from: start)
        guard !reading.unit.isEmpty, reading.unit != "%" else { return end }
        let text = Scalars(String(value))
        append((text, text), decimals: 0, digits: start..<end, reading, isChinese: true, to: &found)
        return max(reading.end, end)
    }

    private func append(
        _ values: (low: Scalars, high: Scalars), decimals: Int, digits: Range<Int>, _ reading: Tail, isChinese: Bool,
        to found: inout [NumberToken]
    ) {
        guard let low = Self.value(values.low, decimals: decimals, power: reading.power),
            let high = Self.value(values.high, decimals: decimals, power: reading.power)
        else { return }
        var isNegative = false
        if digits.lowerBound > 0, line[digits.lowerBound - 1] == "-" {
            isNegative = digits.lowerBound == 1 || line[digits.lowerBound - 2].isHan
        }
        found.append(
            NumberToken(
                range: digits.lowerBound..<max(reading.end, digits.upperBound), digits: digits, low: low, high: high,
                decimals: decimals, printed: Int(values.low.text) ?? 0, unit: reading.unit,
                isApproximate: reading.isApproximate, isChinese: isChinese, isNegative: isNegative))
    }

    private static func value(_ digits: Scalars, decimals: Int, power: Int) -> Rational? {
        guard let whole = Int64(digits.text) else { return nil }
        guard let decimal = ExactDecimal(significand: whole, scale: decimals),
            let scaled = try? decimal.multiplied(byPowerOfTen: power)
        else { return nil }
        return Rational(scaled)
    }

    /// In 19~26µg/m3 the unit holds for both.
    private func joinRanges(_ found: inout [NumberToken]) {
        guard found.count > 1 else { return }
        for index in 1..<found.count {
            let left = found[index - 1]
            let right = found[index]
            guard right.range.lowerBound == left.range.upperBound + 1,
                ["-", "~", "至"].contains(line[left.range.upperBound])
            else { continue }
            found[index].isRange = true
            let unit = left.unit.isEmpty ? right.unit : left.unit
            found[index - 1] = NumberToken(
                range: left.range, digits: left.digits, low: left.low, high: left.high, decimals: left.decimals,
                printed: left.printed, unit: unit, isApproximate: left.isApproximate, isChinese: left.isChinese,
                isRange: true, isNegative: left.isNegative)
        }
    }
}
