//! A picture as it was last looked at.

use super::case;
use crate::map::{self, MapOptions};

#[test]
fn a_small_map() {
    let case = case(
        "---\nkind: idea\nowner: R. Okafor\n---\n\n# Pay the fare\n\n## Case\n\n### A voucher brings people back {#voucher}\n\n- because it did.[^trial]\n- because it is a fare,\n- and the fare is what stops them.[^notes]\n- but some may not want to know.\n  - but nearly all came.[^trial]\n\n### It can be paid for\n\n- because #voucher\n\n## Questions\n\n### Why not by text? {on=#voucher by=\"S. Banda\"}\n\n[^trial]: research: a trial. https://doi.org/10.1257/aer.98.5.1829\n[^notes]: observation: my notebook\n",
    );
    insta::assert_snapshot!(map::svg(&case, &MapOptions::default()).text);
}
