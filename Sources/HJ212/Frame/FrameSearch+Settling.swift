extension FrameSearch {
    /// Whether the `&&` at a position is the one of `CP=&&`.
    func isOpening(_ position: Int, in current: FrameCandidate) -> Bool {
        position >= current.segmentStart + 3 && bytes[position - 3] == UInt8(ascii: "C")
            && bytes[position - 2] == UInt8(ascii: "P") && bytes[position - 1] == ASCII.equals
    }

    /// Whether four hex digits stand at a position; the bytes must be there.
    func isHex(from position: Int) -> Bool {
        ASCII.isHex(bytes[position]) && ASCII.isHex(bytes[position + 1])
            && ASCII.isHex(bytes[position + 2]) && ASCII.isHex(bytes[position + 3])
    }

    func hexValue(at position: Int) -> UInt16? {
        ASCII.hexValue(bytes[position..<(position + 4)])
    }

    /// Whether a closing brace of the frame stands at most 15 characters before the `&&` at a position.
    func closesCipher(_ position: Int, in current: FrameCandidate) -> Bool {
        let start = max(current.segmentStart, position - Limits.clearTailBytes - 1)
        return bytes[start..<position].contains(ASCII.closeBrace)
    }

    /// The frame that ends with four hex digits after `segmentEnd`.
    mutating func take(
        _ current: FrameCandidate, segmentEnd: Int, boundary: Frame.Boundary, checksum: ChecksumMatch? = nil
    ) -> Step {
        take(current, segmentEnd: segmentEnd, checksumEnd: segmentEnd + 4, boundary: boundary, checksum: checksum)
    }

    private mutating func take(
        _ current: FrameCandidate, segmentEnd: Int, checksumEnd: Int, boundary: Frame.Boundary,
        checksum: ChecksumMatch? = nil
    ) -> Step {
        cursor = checksumEnd
        found = Found(
            position: current.position, start: current.start, segmentEnd: segmentEnd, checksumEnd: checksumEnd,
            boundary: boundary, checksum: checksum)
        return .take
    }

    /// The frame must end before `end`: takes the best end there is, or the whole as broken.
    mutating func settle(_ current: FrameCandidate, before end: Int) -> Step {
        bestEnd(of: current, before: end)
            ?? take(current, segmentEnd: end, checksumEnd: end, boundary: .broken, checksum: .absent)
    }

    /// The stream ends: what has an end is a frame, what was cut off stays pending.
    mutating func settleAtEnd(_ current: FrameCandidate) -> Step {
        let end = bytes.count
        if ASCII.isLineEnd(bytes[end - 1]) { return settle(current, before: end) }
        guard let step = bestEnd(of: current, before: end) ?? announcedEnd(of: current, before: end) else {
            return .wait
        }
        if let found, isCutInChecksum(found, of: current) {
            self.found = nil
            cursor = end
            return .wait
        }
        return step
    }

    /// Without `&&` and with a wrong check value, but as long as announced.
    private mutating func announcedEnd(of current: FrameCandidate, before end: Int) -> Step? {
        guard end - 4 - current.segmentStart == current.start.declaredLength, isHex(from: end - 4) else { return nil }
        return take(current, segmentEnd: end - 4, boundary: .length)
    }

    /// Whether the stream ends with `…&&FB`: the check value was still on its way. `…&&` is a packet without one.
    private func isCutInChecksum(_ found: Found, of current: FrameCandidate) -> Bool {
        guard found.checksumEnd == bytes.count, (1...3).contains(found.checksumEnd - found.segmentEnd) else {
            return false
        }
        let segment = bytes[current.segmentStart..<found.segmentEnd]
        // `0880` cut after three digits would read `088`; `880` is the value without its leading zero.
        let right = Checksum.value(of: UnsafeRawBufferPointer(rebasing: segment))
        return ASCII.hexValue(bytes[found.segmentEnd...]) != right
    }

    /// The end of a frame whose length field does not say it, and that has no `&&` with the right check value.
    private mutating func bestEnd(of current: FrameCandidate, before end: Int) -> Step? {
        let segment = current.segmentStart
        var last = end
        while last > segment, bytes[last - 1] == 0 || ASCII.isBlank(bytes[last - 1]) { last -= 1 }
        // The closing `&&` is missing, but the check value before the line end is right.
        if last - 4 > segment, isHex(from: last - 4) {
            let body = UnsafeRawBufferPointer(rebasing: bytes[segment..<(last - 4)])
            examinedBytes += body.count
            if Checksum.value(of: body) == hexValue(at: last - 4) {
                return take(current, segmentEnd: last - 4, boundary: .arbitration, checksum: .right)
            }
        }
        if let closing = current.lastClosing {
            return take(current, segmentEnd: closing + 2, boundary: current.isCiphered ? .cipher : .arbitration)
        }
        return endWithoutFourDigits(of: current, before: last)
    }

    /// The last `&&` with fewer than four hex digits behind it: a check value without leading zeros, or none.
    private mutating func endWithoutFourDigits(of current: FrameCandidate, before last: Int) -> Step? {
        var closing = last - 2
        while closing > current.segmentStart,
            bytes[closing] != ASCII.ampersand || bytes[closing + 1] != ASCII.ampersand
        {
            closing -= 1
        }
        examinedBytes += last - closing
        guard closing > current.segmentStart, !isOpening(closing, in: current) else { return nil }
        var checksumEnd = closing + 2
        while checksumEnd < last, checksumEnd < closing + 5, ASCII.isHex(bytes[checksumEnd]) { checksumEnd += 1 }
        guard checksumEnd == last || ASCII.isBlank(bytes[checksumEnd]) else { return nil }
        return take(
            current, segmentEnd: closing + 2, checksumEnd: checksumEnd,
            boundary: current.isCiphered ? .cipher : .arbitration)
    }
}
