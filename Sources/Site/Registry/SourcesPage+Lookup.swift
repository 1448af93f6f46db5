import Mustache

// A list asks for some eight hundred values of its cells. Looked up by reflection, as templates do with plain values, they were
// half of the processor time of a page.

extension SourcesPage.Cell: MustacheParent {
    package func child(named name: String) -> Any? {
        switch name {
        case "text": text
        case "isNumber": isNumber
        case "isContested": isContested
        case "isDoubtful": isDoubtful
        default: nil
        }
    }
}

extension SourcesPage.Row: MustacheParent {
    package func child(named name: String) -> Any? {
        switch name {
        case "number": number
        case "name": self.name
        case "href": href
        case "contestedText": contestedText
        case "isObject": isObject
        case "cells": cells
        default: nil
        }
    }
}

extension SourcesPage.Form.Option: MustacheParent {
    package func child(named name: String) -> Any? {
        switch name {
        case "value": value
        case "label": label
        case "isSelected": isSelected
        default: nil
        }
    }
}
