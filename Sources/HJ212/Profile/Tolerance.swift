/// A deviation that a device's profile or the receiver let pass, beside the `Issue`s of the packet itself. The raw values are
/// names for programs and never change.
public enum Tolerance: String, Sendable, Hashable, CaseIterable {
    /// The check value has no leading zeros.
    case checksumUnpadded = "accepted_crc_unpadded"
    /// The bytes of the check value are exchanged.
    case checksumSwapped = "accepted_crc_byteswapped"
    /// The check value is that of MODBUS.
    case checksumModbus = "accepted_crc_modbus"
    /// The check value is wrong, absent or no number, and the device is one whose check value is not looked at.
    case checksumIgnored = "accepted_crc_ignored"
    /// The length field is wrong.
    case length = "accepted_length_wrong"
    /// The version bits of `Flag` are above those of 2025.
    case unknownVersion = "unknown_version"
    /// `Flag` speaks of another dialect than the profile.
    case otherDialect = "other_dialect"
    /// PNUM and PNO make no sense together, so the packet counts as whole.
    case partNumbers = "part_numbers_ignored"
    /// PNUM or PNO has more digits than the dialect allows.
    case partWidth = "part_numbers_too_wide"
    /// `RF` is not 1: there is no other value.
    case resendMark = "rf_not_1"
    /// `RF` before HJ 212-2025.
    case resendMarkEarly = "rf_before_2025"
    /// There is no ST: that of the device's record is taken.
    case systemTypeFromRecord = "st_from_record"
    /// An answer was asked for and there is no QN to give it: it is given without.
    case answerWithoutNumber = "answer_without_qn"
    /// DataTime has parts of a second.
    case timeWithFraction = "datatime_with_fraction"
    /// DataTime has no seconds.
    case timeWithoutSeconds = "datatime_without_seconds"
    /// There is no DataTime: that of QN is taken, for realtime data only.
    case timeFromNumber = "datatime_from_qn"
    /// Hour 24 was read as hour 0 of the next day.
    case hour24 = "datatime_hour_24"
    /// The label was the end of the period.
    case labelledByEnd = "datatime_label_end"
    /// The content was ciphered with a key that is not confirmed yet.
    case proposedKey = "cipher_proposed_key"
    /// The content was ciphered with a key that has been replaced.
    case formerKey = "cipher_former_key"
    /// The length field of ciphered content counts what was sent.
    case lengthOfWire = "cipher_length_of_wire"
    /// The content came clear though the device has a key.
    case clearContent = "cipher_missing"
}
