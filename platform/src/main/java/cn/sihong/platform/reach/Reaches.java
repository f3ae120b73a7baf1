package cn.sihong.platform.reach;

import cn.sihong.platform.keycloak.Actor;

/** A service's answer to how far somebody's eyes reach, from its own copy of the seats. */
@FunctionalInterface
public interface Reaches {
    Reach of(Actor actor);
}
