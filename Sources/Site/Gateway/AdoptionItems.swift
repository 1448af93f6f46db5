/// What the codes of HJ 212 are mostly bound to here: proposals for the form, which a person confirms.
enum AdoptionItems {
    private static let items = [
        // Ambient air and flue gas.
        "a34004": "pm25", "a34002": "pm10", "a21026": "so2", "a21004": "no2", "a21005": "co", "a05024": "o3",
        "a21002": "nox", "a34013": "pm", "a24088": "nmhc", "a19001": "o2", "a00000": "flow",
        "a01012": "gasTemperature", "a01014": "gasHumidity", "a01001": "temperature", "a01002": "humidity",
        "a01006": "pressure", "a01007": "windSpeed", "a01008": "windDirection",
        // Water.
        "w01010": "wt", "w01001": "ph", "w01009": "do", "w01014": "ec", "w01003": "turb", "w01019": "codmn",
        "w01018": "cod", "w21003": "nh3n", "w21011": "tp", "w21001": "tn", "w01016": "chla", "w19011": "algae",
        "w00000": "flow",
        // Noise.
        "leq": "Leq", "l5": "L5", "l10": "L10", "l50": "L50", "l90": "L90", "l95": "L95", "lmx": "LMx", "lmn": "LMn",
    ]

    /// The item of a code in lower case; the code itself where there is no name of ours, as outlets have it.
    static func item(for code: String) -> String { items[code] ?? code }

    /// All names of ours, for completion.
    static var all: [String] { Set(items.values).sorted() }
}
