use crate::graph::Graph;
use crate::node::NodeId;

/// A place that every change above a statement has to pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choke {
    /// This statement, which is on no cycle.
    Statement(NodeId),
    /// The case.
    Case,
    /// There is none: changes end in several places.
    End,
}

/// What a statement bears on directly, where its value is read.
pub(crate) fn targets(graph: &Graph, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    let reasons = graph
        .supports(id)
        .filter(|&target| !graph.flags(target).evidence());
    graph.attacks(id).iter().copied().chain(reasons)
}

/// The choke of each component: its nearest dominator, seen from the top, that is one statement
/// on no cycle, or the case.
pub(super) fn chokes(graph: &Graph) -> Vec<Choke> {
    let components = graph.structure().components();
    let mut tree = Tree::new(components.len());
    let mut chokes = vec![Choke::End; components.len()];
    // Components stand after what they read from, so what they bear on is done first.
    for component in (0..components.len()).rev() {
        let members = components.members(component);
        let mut above: Option<u32> = None;
        let mut meet = |place: u32| {
            above = Some(above.map_or(place, |other| tree.meet(other, place)));
        };
        for &member in members {
            for target in targets(graph, member) {
                let target = components.component(target);
                if target as usize != component {
                    meet(target);
                }
            }
            if graph.flags(member).claim() || graph.flags(member).case_objection() {
                meet(tree.case());
            }
        }
        let above = above.unwrap_or(tree.end());
        tree.hang(component, above);
        chokes[component] = if above == tree.end() {
            Choke::End
        } else if above == tree.case() {
            Choke::Case
        } else {
            match components.members(above as usize) {
                &[only] if !graph.on_cycle(only) => Choke::Statement(only),
                _ => chokes[above as usize],
            }
        };
    }
    chokes
}

/// Dominator tree with jump pointers, so that two places meet in logarithmic time.
struct Tree {
    up: Vec<u32>,
    jump: Vec<u32>,
    depth: Vec<u32>,
}

fn place_of(components: usize) -> u32 {
    u32::try_from(components).unwrap_or(u32::MAX)
}

impl Tree {
    fn new(components: usize) -> Self {
        let end = place_of(components) + 1;
        let places = components + 2;
        let mut tree = Self {
            up: vec![end; places],
            jump: vec![end; places],
            depth: vec![0; places],
        };
        tree.hang(components, end);
        tree
    }

    fn case(&self) -> u32 {
        self.end() - 1
    }

    fn end(&self) -> u32 {
        place_of(self.up.len() - 1)
    }

    fn hang(&mut self, place: usize, above: u32) {
        let parent = above as usize;
        let jump = self.jump[parent] as usize;
        self.up[place] = above;
        self.depth[place] = self.depth[parent] + 1;
        let even = self.depth[parent] - self.depth[jump]
            == self.depth[jump] - self.depth[self.jump[jump] as usize];
        self.jump[place] = if even { self.jump[jump] } else { above };
    }

    fn meet(&self, left: u32, right: u32) -> u32 {
        let (mut low, mut high) = (left as usize, right as usize);
        if self.depth[low] < self.depth[high] {
            std::mem::swap(&mut low, &mut high);
        }
        while self.depth[low] > self.depth[high] {
            let jump = self.jump[low] as usize;
            low = if self.depth[jump] >= self.depth[high] {
                jump
            } else {
                self.up[low] as usize
            };
        }
        while low != high {
            let (left, right) = (self.jump[low], self.jump[high]);
            (low, high) = if left == right {
                (self.up[low] as usize, self.up[high] as usize)
            } else {
                (left as usize, right as usize)
            };
        }
        u32::try_from(low).unwrap_or(u32::MAX)
    }
}
