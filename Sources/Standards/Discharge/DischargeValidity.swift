/// What becomes of a value from a pollution source, by the flag its device gave it (HJ 212 `-Flag`).
///
/// Nothing is deleted for its class: value and flag are kept as sent, the class only says what may be done with them.
public enum DischargeValidity: String, Hashable, Sendable, CaseIterable {
    /// Measured in normal operation: may be judged and added up.
    case valid
    /// The device was not measuring the outlet (maintenance, fault, calibration, over range, communication).
    case invalidDevice = "invalid_device"
    /// The plant stood still: nothing is expected, nothing is missing.
    case plantStopped = "plant_stopped"
    /// Entered by hand: not judged, unless the rule file of the bureau says otherwise.
    case manual
}
