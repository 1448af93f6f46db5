/// A deviation of a packet from the standard. The raw values are names for programs and never change.
public enum Issue: Sendable, Hashable {
    /// `no_header`: no digit stands after `##`.
    case noHeader
    /// `extra_line_end`: more line ends follow CR LF.
    case extraLineEnd
    /// `terminator_LF`, `terminator_none`, …: the frame does not end with CR LF.
    case lineEnd(LineEnd)
    /// `len_short_field`: the length has fewer than four digits.
    case lengthShort
    /// `len_five_digits`: the length has five digits.
    case lengthFiveDigits
    /// `len_mismatch(+2)`: so many bytes more are stated than there are.
    case lengthMismatch(Int)
    /// `segment_over_1024`: `Limits.standardSegmentBytes` is exceeded.
    case segmentTooLong
    /// `crc_absent`, `crc_not_hex`, `crc_unpadded`, `crc_wrong`, `crc_byteswapped`, `crc_modbus`, `crc_modbus_byteswapped`.
    case checksum(ChecksumMatch)
    /// `crc_value_impossible`: the algorithm cannot yield this value, so it is a placeholder or of another algorithm.
    case checksumImpossible
    /// `crc_lowercase`: hex digits in lower case.
    case checksumLowercase
    /// `no_semicolon_before_cp`.
    case noSemicolonBeforeContent
    /// `cp_open_single_amp`: `CP=&` for `CP=&&`.
    case contentOpenSingle
    /// `cp_open_missing`: no `&&` after `CP=`, or no `CP=`.
    case contentOpenMissing
    /// `cp_close_missing`: no closing `&&`.
    case contentCloseMissing
    /// `text_after_cp_close`: something between the closing `&&` and the check value.
    case textAfterContent
    /// `text_gbk`: the text is not UTF-8.
    case textNotUTF8
    /// `cp_encrypted`: the content is ciphered (HJ 212-2025).
    case contentCiphered
    /// `cp_trailing_semicolon`.
    case contentTrailingSemicolon
    /// `space_in_cp`: blanks beside a separator.
    case spaceInContent
    /// `cp_item_without_eq`.
    case itemWithoutEquals
    /// `missing_separator_in_cp`: a value with `=` in it.
    case separatorMissing
    /// `group_mixes_items`: several factors between two `;`.
    case groupMixesItems
    /// `dup_cp_key`: a name twice.
    case duplicateName
    /// `comma_in_head`: `,` for `;`.
    case commaInHead
    /// `space_in_head`: blanks beside a `=` of the head.
    case spaceInHead
    /// `empty_pw`, `empty_mn`: a field of the head without value.
    case emptyField(HeadField)
    /// `pw_len_24`: a password of other than six characters.
    case passwordLength(Int)
    /// `no_qn`, `no_st`, `no_cn`, `no_pw`, `no_mn`, `no_flag`: a field of the head is missing.
    case missingField(HeadField)
    /// `qn_not_17_digits`.
    case exchangeNumberForm
    /// `head_order`: fields of the head in another order than the standard's.
    case headOrder
    /// `head_unknown_key`.
    case headUnknownName
    /// `flag_not_number`.
    case flagNotNumber
    /// `flag_split_vs_pnum`: bit 1 of `Flag` and the presence of PNUM contradict each other.
    case flagContradictsPart
    /// `pnum_without_flag`.
    case partWithoutFlag
}

extension Issue: RawRepresentable {
    /// The name for programs.
    public var rawValue: String {
        switch self {
        case .lineEnd(let end): "terminator_\(end.rawValue)"
        case .lengthMismatch(let surplus): "len_mismatch(\(surplus < 0 ? "" : "+")\(surplus))"
        case .checksum(let match): "crc_\(match.issueName)"
        case .emptyField(let field): "empty_\(field.rawValue.lowercased())"
        case .passwordLength(let length): "pw_len_\(length)"
        case .missingField(let field): "no_\(field.rawValue.lowercased())"
        case .noHeader: "no_header"
        case .extraLineEnd: "extra_line_end"
        case .lengthShort: "len_short_field"
        case .lengthFiveDigits: "len_five_digits"
        case .segmentTooLong: "segment_over_1024"
        case .checksumImpossible: "crc_value_impossible"
        case .checksumLowercase: "crc_lowercase"
        case .noSemicolonBeforeContent: "no_semicolon_before_cp"
        case .contentOpenSingle: "cp_open_single_amp"
        case .contentOpenMissing: "cp_open_missing"
        case .contentCloseMissing: "cp_close_missing"
        case .textAfterContent: "text_after_cp_close"
        case .textNotUTF8: "text_gbk"
        case .contentCiphered: "cp_encrypted"
        case .contentTrailingSemicolon: "cp_trailing_semicolon"
        case .spaceInContent: "space_in_cp"
        case .itemWithoutEquals: "cp_item_without_eq"
        case .separatorMissing: "missing_separator_in_cp"
        case .groupMixesItems: "group_mixes_items"
        case .duplicateName: "dup_cp_key"
        case .commaInHead: "comma_in_head"
        case .spaceInHead: "space_in_head"
        case .exchangeNumberForm: "qn_not_17_digits"
        case .headOrder: "head_order"
        case .headUnknownName: "head_unknown_key"
        case .flagNotNumber: "flag_not_number"
        case .flagContradictsPart: "flag_split_vs_pnum"
        case .partWithoutFlag: "pnum_without_flag"
        }
    }

    /// The issue with a name; nil for an unknown one.
    public init?(rawValue: String) {
        if let plain = Self.plain.first(where: { $0.rawValue == rawValue }) {
            self = plain
        } else if rawValue.hasPrefix("len_mismatch("), let surplus = Int(rawValue.dropFirst(13).dropLast()) {
            self = .lengthMismatch(surplus)
        } else if rawValue.hasPrefix("pw_len_"), let length = Int(rawValue.dropFirst(7)) {
            self = .passwordLength(length)
        } else {
            return nil
        }
        if self.rawValue != rawValue { return nil }
    }

    /// All issues that have no number in their name.
    private static let plain: [Issue] =
        [
            .noHeader, .extraLineEnd, .lengthShort, .lengthFiveDigits, .segmentTooLong, .checksumImpossible,
            .checksumLowercase, .noSemicolonBeforeContent, .contentOpenSingle, .contentOpenMissing,
            .contentCloseMissing, .textAfterContent, .textNotUTF8, .contentCiphered, .contentTrailingSemicolon,
            .spaceInContent, .itemWithoutEquals, .separatorMissing, .groupMixesItems, .duplicateName, .commaInHead,
            .spaceInHead, .exchangeNumberForm, .headOrder, .headUnknownName, .flagNotNumber, .flagContradictsPart,
            .partWithoutFlag,
        ] + LineEnd.allCases.map(Issue.lineEnd) + ChecksumMatch.allCases.map(Issue.checksum)
        + HeadField.allCases.flatMap { [.emptyField($0), .missingField($0)] }
}

extension ChecksumMatch {
    fileprivate var issueName: String {
        switch self {
        case .right: "ok"
        case .unpadded: "unpadded"
        case .swapped: "byteswapped"
        case .modbus: "modbus"
        case .modbusSwapped: "modbus_byteswapped"
        case .wrong: "wrong"
        case .notHex: "not_hex"
        case .absent: "absent"
        }
    }
}
